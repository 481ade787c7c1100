import { type Node } from "./node";
import { Reader } from "./reader";
import { readForHead, type ForHead, type ReadExpression } from "./read-for-head";

/** A piece of a template: literal text, or what stands between `${` or `%{` and its brace. */
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | (Sequence & { readonly text: string; readonly trimsBefore: boolean; readonly trimsAfter: boolean });

/** Where a template ends: a quoted string inside an expression, or the end of the text. */
type Until = '"' | "end";

type Sequence =
  | { readonly kind: "value"; readonly node: Node }
  | { readonly kind: "if"; readonly condition: Node }
  | { readonly kind: "for"; readonly head: ForHead }
  | { readonly kind: "else" | "endif" | "endfor" };

/** Reads the template in a JSON string: all of the text. */
export function readTemplate(reader: Reader, readExpression: ReadExpression): Node {
  return readUntil(reader, readExpression, "end");
}

/** Reads a quoted string inside an expression. */
export function readQuoted(reader: Reader, readExpression: ReadExpression): Node {
  reader.expect('"');
  const node = readUntil(reader, readExpression, '"');
  reader.offset += 1;
  return node;
}

/** Reads `<<EOT` or `<<-EOT` up to the line with its word alone. */
export function readHeredoc(reader: Reader, readExpression: ReadExpression): Node {
  const opening = reader.match(/<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy);
  if (opening === undefined) throw reader.unreadable();
  const word = opening.replace(/^<<-?/, "").trimEnd();
  const rest = reader.text.slice(reader.offset);
  const lines = rest.split("\n");
  const last = lines.findIndex((line) => line.trim() === word);
  if (last < 0) throw reader.unreadable();
  const body = lines.slice(0, last);
  const indent = opening.startsWith("<<-") ? commonIndent(body) : 0;
  reader.offset += body.join("\n").length + (last > 0 ? 1 : 0) + (lines[last] ?? "").trimEnd().length;
  const text = body.map((line) => `${line.slice(indent)}\n`).join("");
  return readTemplate(new Reader(text), readExpression);
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  return indents.length === 0 ? 0 : Math.min(...indents);
}

function readUntil(reader: Reader, readExpression: ReadExpression, until: Until): Node {
  const hasEscapes = until === '"';
  const pieces: Piece[] = [];
  let text = "";
  const closeText = (): void => {
    if (text !== "") pieces.push({ kind: "text", text });
    text = "";
  };
  while (hasEscapes ? !reader.startsWith(until) : !reader.isAtEnd) {
    if (reader.isAtEnd) throw reader.unreadable();
    const doubled = reader.match(/\$\$\{|%%\{/y);
    if (doubled !== undefined) text += doubled.slice(1);
    else if (reader.startsWith("${") || reader.startsWith("%{")) {
      closeText();
      pieces.push(readSequence(reader, readExpression));
    } else if (hasEscapes && reader.startsWith("\\")) text += readEscape(reader);
    else text += reader.match(hasEscapes ? /[^$%\\"]+|[^]/y : /[^$%]+|[^]/y) ?? "";
  }
  closeText();
  return { kind: "template", parts: nest(trim(pieces, until)) };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function readEscape(reader: Reader): string {
  const escape = reader.match(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[nrt"\\])/y);
  if (escape === undefined) throw reader.unreadable();
  return escapes[escape.slice(1)] ?? String.fromCodePoint(parseInt(escape.slice(2), 16));
}

function readSequence(reader: Reader, readExpression: ReadExpression): Piece {
  const start = reader.offset;
  const isValue = reader.startsWith("${");
  reader.offset += 2;
  const trimsBefore = reader.startsWith("~");
  if (trimsBefore) reader.offset += 1;
  return reader.within(false, () => {
    const sequence: Sequence = isValue
      ? { kind: "value", node: readExpression(reader) }
      : readDirective(reader, readExpression);
    const trimsAfter = reader.take("~");
    reader.expect("}");
    return { ...sequence, text: reader.since(start), trimsBefore, trimsAfter };
  });
}

function readDirective(reader: Reader, readExpression: ReadExpression): Sequence {
  const word = reader.takeName();
  switch (word) {
    case "if":
      return { kind: "if", condition: readExpression(reader) };
    case "for":
      return { kind: "for", head: readForHead(reader, readExpression) };
    case "else":
    case "endif":
    case "endfor":
      return { kind: word };
    default:
      throw reader.unreadable();
  }
}

/** What `~` removes beside it: blanks up to and with the next line break; in a quoted string all blanks. */
const trimmed = {
  end: { start: /^[^\S\n]*\n?/, end: /[^\S\n]*\n?$/ },
  '"': { start: /^\s+/, end: /\s+$/ },
} as const;

function trim(pieces: readonly Piece[], until: Until): readonly Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== "text") return piece;
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    let text = piece.text;
    if (before && before.kind !== "text" && before.trimsAfter) text = text.replace(trimmed[until].start, "");
    if (after && after.kind !== "text" && after.trimsBefore) text = text.replace(trimmed[until].end, "");
    return { kind: "text", text };
  });
}

/** Puts what stands between directives inside them. */
function nest(pieces: readonly Piece[]): Node[] {
  let next = 0;
  const readParts = (...ends: readonly Piece["kind"][]): Node[] => {
    const parts: Node[] = [];
    for (;;) {
      const piece = pieces[next];
      if (piece === undefined || ends.includes(piece.kind)) {
        if (piece === undefined && ends.length > 0)
          throw new Error(`A template directive without ${ends[0]}`);
        return parts;
      }
      next += 1;
      parts.push(readPart(piece));
    }
  };
  const readPart = (piece: Piece): Node => {
    switch (piece.kind) {
      case "text":
        return { kind: "literal", value: piece.text };
      case "value":
        return piece.node;
      case "if": {
        const then = asText(readParts("else", "endif"));
        const hasElse = pieces[next++]?.kind === "else";
        const otherwise = asText(hasElse ? readParts("endif") : []);
        if (hasElse) next += 1;
        return { kind: "conditional", condition: piece.condition, then, otherwise, text: piece.text };
      }
      case "for": {
        const value = asText(readParts("endfor"));
        next += 1;
        return { kind: "for", makes: "text", ...piece.head, value, groups: false, text: piece.text };
      }
      default:
        throw new Error(`A template directive ${piece.kind} without its beginning`);
    }
  };
  return readParts();
}

/** The body of a directive is text, also when it is a single interpolation. */
function asText(parts: readonly Node[]): Node {
  return { kind: "template", parts: [{ kind: "literal", value: "" }, ...parts] };
}
