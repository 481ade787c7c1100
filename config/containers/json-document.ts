import {
  createScanner,
  parseTree,
  printParseErrorCode,
  SyntaxKind,
  type Node,
  type ParseError,
} from "jsonc-parser";

import type { JsonPath } from "./finding";
import { createLineTable } from "./line-table";
import { formatGiven, type Problem } from "../../problems/problem";

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One value of a parsed file, with the place where it stands. */
export interface JsonNode {
  readonly offset: number;
  readonly path: JsonPath;
  readonly value: Json;
  readonly items: readonly JsonNode[];
  readonly fields: ReadonlyMap<string, JsonField>;
}

export interface JsonField {
  readonly keyOffset: number;
  readonly node: JsonNode;
}

/** What is wrong with the text itself, at an offset. */
export type TextProblem = Omit<Problem, "where"> & { readonly offset: number };

export type JsonDocument = { readonly root: JsonNode } | { readonly problems: readonly TextProblem[] };

const maximumDepth = 32;
const maximumSyntaxProblems = 5;

/** Parses strict JSON and keeps the place of every value; duplicate and dangerous keys are problems. */
export function parseJsonDocument(text: string): JsonDocument {
  const tooDeep = findTooDeep(text);
  if (tooDeep) return { problems: [tooDeep] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (!tree || errors.length > 0) return { problems: describeSyntax(text, errors) };
  const strict = checkStrictly(text);
  if (strict) return { problems: [strict] };
  const problems: TextProblem[] = [];
  const root = convert(tree, [], problems);
  return problems.length > 0 ? { problems } : { root };
}

/** The parser recurses, so depth is measured first, token by token: a million brackets must not overflow the stack. */
function findTooDeep(text: string): TextProblem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth += 1;
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth -= 1;
    if (depth > maximumDepth) {
      return {
        offset: scanner.getTokenOffset(),
        must: `must be nested at most ${maximumDepth} levels deep`,
        got: `level ${depth}`,
        advice: "Flatten it: a container definition needs about six levels.",
      };
    }
  }
  return undefined;
}

/** One problem per line: what follows on the same line is nearly always a consequence. */
function describeSyntax(text: string, errors: readonly ParseError[]): TextProblem[] {
  const placeOf = createLineTable(text);
  const byLine = new Map<number, ParseError>();
  for (const error of errors) {
    const { line } = placeOf(error.offset);
    if (!byLine.has(line)) byLine.set(line, error);
    if (byLine.size === maximumSyntaxProblems) break;
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
  EndOfFileExpected: "Remove what follows the array.",
  InvalidCommentToken: "Remove the comment: JSON has none.",
  UnexpectedEndOfString: 'Close the text with " on the same line; write a line break as \\n.',
  UnexpectedEndOfNumber: "Write digits after the point or the exponent.",
  InvalidUnicode: "Write four hexadecimal digits after \\u.",
  InvalidEscapeCharacter: "Write a backslash as \\\\.",
  InvalidCharacter: "Write control characters as \\n, \\t or \\u0000 escapes.",
};

/** A second opinion, in case the tolerant parser takes something that JSON does not allow. */
function checkStrictly(text: string): TextProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? 0);
    return describeSyntaxError(text, { error: 0, offset, length: 1 });
  }
}

function convert(tree: Node, path: JsonPath, problems: TextProblem[]): JsonNode {
  const children = tree.children ?? [];
  if (tree.type === "array") {
    const items = children.map((child, index) => convert(child, [...path, index], problems));
    return { offset: tree.offset, path, value: items.map(({ value }) => value), items, fields: new Map() };
  }
  if (tree.type === "object") {
    const fields = convertFields(children, path, problems);
    const value = Object.fromEntries([...fields].map(([key, { node }]) => [key, node.value]));
    return { offset: tree.offset, path, value, items: [], fields };
  }
  return { offset: tree.offset, path, value: scalar(tree.value), items: [], fields: new Map() };
}

function convertFields(
  properties: readonly Node[],
  path: JsonPath,
  problems: TextProblem[],
): Map<string, JsonField> {
  const fields = new Map<string, JsonField>();
  const repeated = new Set<string>();
  for (const { children } of properties) {
    const [keyNode, valueNode] = children ?? [];
    if (!keyNode || !valueNode) continue;
    const key = String(keyNode.value);
    const earlier = fields.get(key);
    const field = { keyOffset: keyNode.offset, node: convert(valueNode, [...path, key], problems) };
    if (dangerousKeys.has(key)) problems.push(dangerousKey(key, field));
    else if (!earlier) fields.set(key, field);
    else {
      if (!repeated.has(key)) problems.push(repeatedKey(key, earlier));
      problems.push(repeatedKey(key, field));
      repeated.add(key);
    }
  }
  return fields;
}

const dangerousKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function dangerousKey(key: string, { keyOffset }: JsonField): TextProblem {
  const must = "must not be a key to which JavaScript gives a meaning of its own";
  return { offset: keyOffset, must, got: formatGiven(key), advice: "Choose another key." };
}

function repeatedKey(key: string, { keyOffset }: JsonField): TextProblem {
  const must = "must be the only field with this key, because JSON readers keep just one of two";
  return { offset: keyOffset, must, got: `${formatGiven(key)} twice`, advice: "Remove one of the two." };
}

function scalar(value: unknown): Json {
  // JSON has -0, AWS does not.
  if (typeof value === "number") return value === 0 ? 0 : value;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}
