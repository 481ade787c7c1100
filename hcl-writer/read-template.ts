import { type ExpressionToken } from "./expression-token";
import { formatTokens } from "./format-tokens";
import { writeSequence, type TemplatePart } from "./template-part";
import { withoutFarTrims } from "./without-far-trims";

const opening = { "${": "interpolation", "%{": "directive" } as const;

/** Splits the template in a JSON string into its parts. */
export function readTemplate(text: string): TemplatePart[] {
  if (!text.includes("${") && !text.includes("%{")) return text === "" ? [] : [{ kind: "literal", text }];
  const { parts } = readParts(text, 0, "end");
  const isCut = parts
    .slice(0, -1)
    .some(({ kind, text: literal }) => kind === "literal" && /\r(?!\n)/.test(literal));
  if (isCut) throw afterCarriageReturn(text);
  return withoutFarTrims(parts);
}

/** Reads a quoted string inside an expression, from its opening quote; literal text keeps its own escapes. */
function readQuoted(text: string, start: number): { text: string; end: number } {
  const { parts, end } = readParts(text, start + 1, '"');
  const inner = parts.map((part) => (part.kind === "literal" ? part.text : writeSequence(part)));
  return { text: `"${inner.join("")}"`, end: end + 1 };
}

function readParts(text: string, start: number, until: '"' | "end"): { parts: TemplatePart[]; end: number } {
  const parts: TemplatePart[] = [];
  let literalStart = start;
  let offset = start;
  const closeLiteral = (): void => {
    if (offset > literalStart) parts.push({ kind: "literal", text: text.slice(literalStart, offset) });
  };
  while (offset < text.length) {
    const two = text.slice(offset, offset + 2);
    if (until === '"' && text[offset] === '"') {
      closeLiteral();
      return { parts, end: offset };
    }
    if (until === '"' && text[offset] === "\\") {
      offset += 2;
    } else if ((two === "$$" || two === "%%") && text[offset + 2] === "{") {
      offset += 3;
    } else if (two === "${" || two === "%{") {
      closeLiteral();
      const sequence = readSequence(text, offset, opening[two]);
      parts.push(sequence.part);
      offset = literalStart = sequence.end;
    } else {
      offset += 1;
    }
  }
  if (until === '"') throw new Error(`A string is not closed: ${JSON.stringify(text)}`);
  closeLiteral();
  return { parts, end: offset };
}

function readSequence(
  text: string,
  start: number,
  kind: "interpolation" | "directive",
): { part: TemplatePart; end: number } {
  const trimsBefore = text[start + 2] === "~";
  const { tokens, end } = readExpression(text, start + (trimsBefore ? 3 : 2), "}");
  const trimsAfter = text[end] === "~";
  const part = { kind, text: formatTokens(tokens), trimsBefore, trimsAfter };
  return { part, end: end + (trimsAfter ? 2 : 1) };
}

/** Where an expression ended, and what it is made of. */
export interface ReadExpression {
  readonly tokens: readonly ExpressionToken[];
  /** Offset of the first character after the expression: of the closing brace, or the end of the text. */
  readonly end: number;
}

const patterns: readonly (readonly [ExpressionToken["kind"] | "blank", RegExp])[] = [
  ["blank", /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//y],
  ["newline", /\n/y],
  ["identifier", /[\p{ID_Start}_][\p{ID_Continue}-]*/uy],
  ["number", /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["symbol", /\.\.\.|::|==|!=|<=|>=|=>|&&|\|\||[-+*/%!<>=?:.,()[\]{}]/y],
];

const closerOf: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const closers = new Set(Object.values(closerOf));

/**
 * Reads the expression that starts at an offset of a text.
 *
 * Stops at the first closing brace that was not opened inside (the end of an interpolation) or, with
 * `until: "end"`, only at the end of the text. Brackets must be balanced; Terraform would refuse the text otherwise.
 */
export function readExpression(text: string, start: number, until: "}" | "end"): ReadExpression {
  const tokens: ExpressionToken[] = [];
  const expected: string[] = [];
  let offset = start;
  while (offset < text.length) {
    if (text[offset] === '"') {
      const quoted = readQuoted(text, offset);
      tokens.push({ kind: "string", text: quoted.text });
      offset = quoted.end;
      continue;
    }
    if (expected.length === 0 && until === "}" && closesSequence(text, offset))
      return { tokens, end: offset };
    if (text.startsWith("<<", offset)) throw heredoc(text);
    const token = readToken(text, offset);
    offset += token.text.length;
    if (token.kind === "blank") continue;
    const closer = closerOf[token.text];
    if (closer !== undefined) expected.push(closer);
    if (closers.has(token.text) && expected.pop() !== token.text) throw notAnExpression(text, start);
    tokens.push({ kind: token.kind, text: token.text });
  }
  if (until === "}" || expected.length > 0) throw notAnExpression(text, start);
  return { tokens, end: offset };
}

/** `~}` trims the literal text that follows and closes like `}`. */
function closesSequence(text: string, offset: number): boolean {
  return text[offset] === "}" || (text[offset] === "~" && text[offset + 1] === "}");
}

function readToken(text: string, offset: number): { kind: ExpressionToken["kind"] | "blank"; text: string } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0] };
  }
  throw notAnExpression(text, offset);
}

function notAnExpression(text: string, offset: number): Error {
  return new Error(`Not a Terraform expression, at character ${offset + 1}: ${JSON.stringify(text)}`);
}

function heredoc(text: string): Error {
  return new Error(
    `A heredoc inside an expression is not supported, use a quoted string: ${JSON.stringify(text)}`,
  );
}

function afterCarriageReturn(text: string): Error {
  return new Error(
    `Terraform evaluates nothing after a carriage return without a line feed, remove it: ${JSON.stringify(text)}`,
  );
}
