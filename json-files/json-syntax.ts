import { printParseErrorCode, type ParseError } from "jsonc-parser";
import { formatGiven } from "../problems/problem";
import { createLineTable } from "./line-table";
import type { TextProblem } from "./text-problem";

const maximumProblems = 5;

/** One problem per line: what follows on the same line is nearly always a consequence. */
export function describeSyntax(text: string, errors: readonly ParseError[]): TextProblem[] {
  const placeOf = createLineTable(text);
  const byLine = new Map<number, ParseError>();
  for (const error of errors) {
    const { line } = placeOf(error.offset);
    if (!byLine.has(line)) byLine.set(line, error);
    if (byLine.size === maximumProblems) break;
  }
  return [...byLine.values()].map((error) => describeSyntaxError(text, error));
}

function describeSyntaxError(text: string, { error, offset }: ParseError): TextProblem {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const advice = syntaxAdvice[printParseErrorCode(error)];
  return {
    offset,
    must: "must be valid JSON",
    got: offset >= text.trimEnd().length ? "the end of the file" : formatGiven(character),
    advice: advice ?? "Mend the JSON at this place; an editor with JSON support marks it.",
  };
}

const syntaxAdvice: Readonly<Record<string, string>> = {
  InvalidSymbol: "Quote text with double quotes; bare words are only true, false and null.",
  InvalidNumberFormat: "Write a plain number, for example 8080.",
  PropertyNameExpected: "Write a key in double quotes here, or remove the comma before it.",
  ValueExpected: "Write a value here, or remove the comma before it.",
  ColonExpected: "Put a colon between key and value.",
  CommaExpected: "Put a comma between the two.",
  CloseBraceExpected: "Close the object with }.",
  CloseBracketExpected: "Close the array with ].",
  EndOfFileExpected: "Remove what follows the last bracket.",
  InvalidCommentToken: "Remove the comment: JSON has none.",
  UnexpectedEndOfString: 'Close the text with " on the same line; write a line break as \\n.',
  UnexpectedEndOfNumber: "Write digits after the point or the exponent.",
  InvalidUnicode: "Write four hexadecimal digits after \\u.",
  InvalidEscapeCharacter: "Write a backslash as \\\\.",
  InvalidCharacter: "Write control characters as \\n, \\t or \\u0000 escapes.",
};
