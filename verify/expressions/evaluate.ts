import { isOpen, isPlain } from "../values/plain-values";
import { Unknown, type Value } from "../values/value";
import { evaluateNode } from "./evaluate-node";
import { keyText } from "./join-text";
import { Reader } from "./reader";
import { readExpression } from "./read-expression";
import { readTemplate } from "./read-template";
import { type Scope } from "./scope";

/** What a string of Terraform JSON stands for: literal text, `${…}` and `%{…}`. */
export function evaluate(text: string, scope: Scope): Value {
  if (!text.includes("${") && !text.includes("%{")) return text;
  try {
    return evaluateNode(readTemplate(new Reader(text), readExpression), { scope, names: new Map() });
  } catch {
    // Terraform refuses the text too, or knows more than the files tell; a check says so, it does not crash.
    return new Unknown(text);
  }
}

/** What a value of Terraform JSON stands for. */
export function evaluateJson(json: unknown, scope: Scope): Value {
  if (typeof json === "string") return evaluate(json, scope);
  if (typeof json === "number" || typeof json === "boolean") return json;
  if (typeof json !== "object" || json === null) return null;
  if (Array.isArray(json)) return json.map((item: unknown) => evaluateJson(item, scope));
  const entries = Object.entries(json).map(([key, value]): [string, Value] => [
    evaluateKey(key, scope),
    evaluateJson(value, scope),
  ]);
  return Object.fromEntries(entries);
}

/** A key that no value can be, such as null, stays as it is written. */
function evaluateKey(key: string, scope: Scope): string {
  const value = evaluate(key, scope);
  return isPlain(value) || isOpen(value) ? keyText(value) : key;
}
