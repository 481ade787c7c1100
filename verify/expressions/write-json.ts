import { isMap } from "../values/fields-of";
import { isOpen } from "../values/plain-values";
import { JsonText, type Value } from "../values/value";
import { NotTold } from "./evaluation-error";

const escaped: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** The text that `jsonencode` makes of a value that is known in all its parts. */
export function writeJson(value: Value): string {
  if (isOpen(value)) throw new NotTold();
  if (value instanceof JsonText) return writeText(writeJson(value.value));
  if (isMap(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${writeText(key)}:${writeJson(value[key] ?? null)}`).join(",")}}`;
  }
  if (typeof value === "string") return writeText(value);
  return Array.isArray(value) ? `[${value.map(writeJson).join(",")}]` : JSON.stringify(value);
}

function writeText(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => escaped[sign] ?? sign);
}
