import { isMap } from "./fields-of";
import { JsonText, type Reference, Template, type Unknown, type Value } from "./value";

/** What a JSON document says: what `jsonencode` was given, or text, also with interpolations. Undefined when that is not known. */
export function readJson(value: Value | undefined): Value | undefined {
  if (value instanceof JsonText) return value.value;
  if (value instanceof Template) return parseTemplate(value);
  return typeof value === "string" ? parse(value) : undefined;
}

function parse(text: string): Value | undefined {
  try {
    const parsed: Value = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** Interpolations stand as marks in the text while it is parsed. */
function parseTemplate({ parts }: Template): Value | undefined {
  const open: (Reference | Unknown)[] = [];
  const text = parts.map((part) => (typeof part === "string" ? part : `\uE000${open.push(part) - 1}\uE001`));
  const parsed = parse(text.join(""));
  return parsed === undefined ? undefined : putBack(parsed, open);
}

function putBack(value: Value, open: readonly (Reference | Unknown)[]): Value {
  if (typeof value === "string") return putBackText(value, open);
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putBack(item, open)]));
  }
  return Array.isArray(value) ? value.map((item: Value) => putBack(item, open)) : value;
}

function putBackText(text: string, open: readonly (Reference | Unknown)[]): Value {
  // With a group in the separator, every second piece is the number of a mark.
  const parts = text
    .split(/\uE000(\d+)\uE001/)
    .map((piece, index) => (index % 2 === 1 ? (open[Number(piece)] ?? piece) : piece))
    .filter((part) => part !== "");
  const [first = "", ...others] = parts;
  return others.length === 0 ? first : new Template(parts);
}
