import { isMap } from "./fields-of";
import { readJson } from "./from-json";
import { JsonText, Template, type Value } from "./value";

/** The value that a JSON text stands for, also with parts in it that are not known; undefined when it is no JSON text. */
export function decodeJson(value: Value | undefined): Value | undefined {
  if (value instanceof JsonText) return value.value;
  if (typeof value === "string") return readJson(value);
  return value instanceof Template ? decodeTemplate(value) : undefined;
}

/** Private-use characters around the number of a part, which stand for it while the text is parsed. */
const mark = /\uE000(\d+)\uE001/;

function decodeTemplate({ parts }: Template): Value | undefined {
  const text = parts.map((part, index) => (typeof part === "string" ? part : `\uE000${index}\uE001`));
  const value = readJson(text.join(""));
  return value === undefined ? undefined : putBack(value, parts);
}

function putBack(value: Value, parts: Template["parts"]): Value {
  if (typeof value === "string") {
    const found = value
      .split(mark)
      .map((part, index) => (index % 2 === 1 ? (parts[Number(part)] ?? "") : part));
    const [first = "", ...others] = found.filter((part) => part !== "");
    return others.length === 0 ? first : new Template([first, ...others]);
  }
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putBack(item, parts)]));
  return Array.isArray(value) ? value.map((item: Value) => putBack(item, parts)) : value;
}
