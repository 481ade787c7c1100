import { type Node, type WrittenStep } from "./node";
import { type Reader } from "./reader";
import { readForHead } from "./read-for-head";
import { readHeredoc, readQuoted } from "./read-template";

/** Binary operators, from the loosest to the tightest. */
const operators: readonly RegExp[] = [/\|\|/y, /&&/y, /==|!=/y, /<=|>=|<|>/y, /[+-]/y, /[*/%]/y];

/** Reads an expression. */
export function readExpression(reader: Reader): Node {
  reader.skipBlank();
  const start = reader.offset;
  const condition = readOperation(reader, 0);
  if (!reader.take("?")) return condition;
  const then = readExpression(reader);
  reader.expect(":");
  const otherwise = readExpression(reader);
  return { kind: "conditional", condition, then, otherwise, text: reader.since(start) };
}

function readOperation(reader: Reader, level: number): Node {
  const pattern = operators[level];
  if (pattern === undefined) return readUnary(reader);
  reader.skipBlank();
  const start = reader.offset;
  let left = readOperation(reader, level + 1);
  for (;;) {
    reader.skipBlank();
    const operator = reader.match(pattern);
    if (operator === undefined) return left;
    const right = readOperation(reader, level + 1);
    left = { kind: "operation", operator, operands: [left, right], text: reader.since(start) };
  }
}

function readUnary(reader: Reader): Node {
  reader.skipBlank();
  const start = reader.offset;
  const operator = reader.match(/[-!]/y);
  if (operator === undefined) return readTraversal(reader);
  const operand = readUnary(reader);
  return { kind: "operation", operator, operands: [operand], text: reader.since(start) };
}

function readTraversal(reader: Reader): Node {
  reader.skipBlank();
  const start = reader.offset;
  const root = readTerm(reader);
  const steps: WrittenStep[] = [];
  for (;;) {
    const before = reader.offset;
    const step = readStep(reader);
    if (step === undefined) {
      reader.offset = before;
      return steps.length === 0 ? root : { kind: "traversal", root, steps, text: reader.since(start) };
    }
    steps.push(step);
  }
}

function readStep(reader: Reader): WrittenStep | undefined {
  reader.skipBlank();
  if (!reader.startsWith("...") && reader.take(".")) {
    if (reader.take("*")) return { kind: "splat", inBrackets: false };
    const index = reader.match(/\d+/y);
    const name = index === undefined ? reader.takeName() : Number(index);
    if (name === undefined) throw reader.unreadable();
    return { kind: "attribute", name };
  }
  if (!reader.take("[")) return undefined;
  return reader.within(false, () => {
    if (reader.take("*")) {
      reader.expect("]");
      return { kind: "splat", inBrackets: true };
    }
    const key = readExpression(reader);
    reader.expect("]");
    return { kind: "index", key };
  });
}

const words = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function readTerm(reader: Reader): Node {
  const start = reader.offset;
  const number = reader.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== undefined) return { kind: "literal", value: Number(number) };
  if (reader.startsWith('"')) return readQuoted(reader, readExpression);
  if (reader.startsWith("<<")) return readHeredoc(reader, readExpression);
  if (reader.take("(")) {
    const inner = reader.within(false, () => readExpression(reader));
    reader.expect(")");
    return inner;
  }
  if (reader.take("[")) return reader.within(false, () => readList(reader));
  if (reader.take("{")) return readObject(reader);
  const name = reader.match(/[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy);
  if (name === undefined) throw reader.unreadable();
  if (reader.take("(")) return reader.within(false, () => readCall(reader, name, start));
  const word = words.get(name);
  return word === undefined ? { kind: "name", name } : { kind: "literal", value: word };
}

function readCall(reader: Reader, name: string, start: number): Node {
  const given: Node[] = [];
  let expands = false;
  while (!reader.take(")")) {
    given.push(readExpression(reader));
    expands = reader.take("...");
    if (!reader.take(",")) {
      reader.expect(")");
      break;
    }
  }
  return { kind: "call", name, arguments: given, expands, text: reader.since(start) };
}

function readList(reader: Reader): Node {
  const start = reader.offset - 1;
  if (reader.takeWord("for")) return readFor(reader, "list", start);
  const items: Node[] = [];
  while (!reader.take("]")) {
    items.push(readExpression(reader));
    if (!reader.take(",")) {
      reader.expect("]");
      break;
    }
  }
  return { kind: "list", items };
}

function readObject(reader: Reader): Node {
  const start = reader.offset - 1;
  if (reader.within(false, () => reader.takeWord("for")))
    return reader.within(false, () => readFor(reader, "object", start));
  const entries: [Node, Node][] = [];
  while (!reader.within(false, () => reader.take("}"))) {
    entries.push(readEntry(reader));
    const isEnded = reader.within(true, () => reader.take(",") || reader.take("\n"));
    if (!isEnded && !reader.startsWith("}")) throw reader.unreadable();
  }
  return { kind: "object", entries };
}

function readEntry(reader: Reader): [Node, Node] {
  const key = reader.within(false, () => readKey(reader));
  if (!reader.within(false, () => reader.take("=") || reader.take(":"))) throw reader.unreadable();
  return [key, reader.within(true, () => readExpression(reader))];
}

/** A bare name is the key itself, not what it stands for. */
function readKey(reader: Reader): Node {
  const start = reader.offset;
  const name = reader.takeName();
  if (name !== undefined) {
    reader.skipBlank();
    if (/[=:]/.test(reader.text.charAt(reader.offset))) return { kind: "literal", value: name };
    reader.offset = start;
  }
  return readExpression(reader);
}

function readFor(reader: Reader, makes: "list" | "object", start: number): Node {
  const head = readForHead(reader, readExpression);
  reader.expect(":");
  const first = readExpression(reader);
  const isObject = makes === "object";
  if (isObject) reader.expect("=>");
  const value = isObject ? readExpression(reader) : first;
  const groups = reader.take("...");
  const condition = reader.takeWord("if") ? readExpression(reader) : undefined;
  reader.expect(isObject ? "}" : "]");
  const key = isObject ? first : undefined;
  return { kind: "for", makes, ...head, key, value, condition, groups, text: reader.since(start) };
}
