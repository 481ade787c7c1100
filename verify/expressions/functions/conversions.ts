import { readJson } from "../../values/read-json";
import { isOpen, isPlain } from "../../values/plain-values";
import { JsonText, Reference, Template, type Value } from "../../values/value";
import { booleanFrom, compareText, listFrom, mapFrom, numberFrom, textFrom } from "../conversions";
import { EvaluationError, NotTold } from "../evaluation-error";
import { distinct } from "../sameness";
import { type FunctionTable } from "./function";

/** What stays null, and what stays a reference: a conversion does not change which resource it comes from. */
const converting =
  (convert: (value: Value) => Value) =>
  (value: Value): Value =>
    value === null || value instanceof Reference ? value : convert(value);

export const conversionFunctions: FunctionTable = {
  jsonencode: (value) => new JsonText(value),
  jsondecode: (text) => {
    const value = readJson(text);
    if (value !== undefined) return value;
    if (isOpen(text)) throw new NotTold();
    throw new EvaluationError("Not JSON");
  },
  sensitive: (value) => value,
  nonsensitive: (value) => value,
  tostring: converting((value) =>
    value instanceof Template || value instanceof JsonText ? value : textFrom(value),
  ),
  tonumber: converting(numberFrom),
  tobool: converting(booleanFrom),
  tolist: converting((value) => withOneType(listFrom(value))),
  toset: converting((value) => toSet(listFrom(value))),
  tomap: converting((value) => {
    const map = mapFrom(value);
    const values = withOneType(Object.values(map));
    return Object.fromEntries(Object.keys(map).map((key, index) => [key, values[index] ?? null]));
  }),
};

/** Items without duplicates; texts in Terraform's order, as far as all are known. */
export function toSet(items: readonly Value[]): readonly Value[] {
  const members = distinct(withOneType(items));
  if (members.every((member) => typeof member === "string"))
    return [...members].sort((a, b) => compareText(String(a), String(b)));
  if (members.every((member) => typeof member === "number"))
    return [...members].sort((a, b) => Number(a) - Number(b));
  return members;
}

/** Lists and maps hold values of one type: beside a text, numbers and truth values become texts. */
function withOneType(items: readonly Value[]): readonly Value[] {
  const types = new Set(items.filter((item) => item !== null).map((item) => typeof item));
  if (types.size < 2) return items;
  return items.map((item) => (isPlain(item) ? String(item) : item));
}
