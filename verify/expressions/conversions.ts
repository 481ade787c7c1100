import { isMap } from "../values/fields-of";
import { booleanOf, isOpen, isPlain, numberOf } from "../values/plain-values";
import { textOf } from "../values/text-of";
import { JsonText, type Value, type ValueMap } from "../values/value";
import { EvaluationError, NotTold } from "./evaluation-error";
import { writeJson } from "./write-json";

/** Text of a value that must be told completely. */
export function textFrom(value: Value): string {
  if (value instanceof JsonText) return writeJson(value.value);
  const text = told(value);
  if (isPlain(text)) return String(text);
  throw new EvaluationError("A text is needed");
}

export function numberFrom(value: Value): number {
  const number = numberOf(told(value));
  if (number === undefined) throw new EvaluationError("A number is needed");
  return number;
}

export function booleanFrom(value: Value): boolean {
  const boolean = booleanOf(told(value));
  if (boolean === undefined) throw new EvaluationError("true or false is needed");
  return boolean;
}

/** Items of a list whose length is told; the items themselves need not be. */
export function listFrom(value: Value): readonly Value[] {
  const list = told(value);
  if (isList(list)) return list;
  throw new EvaluationError("A list is needed");
}

/** Entries of a map in Terraform's order, which is by key. */
export function entriesFrom(value: Value): readonly (readonly [key: string, value: Value])[] {
  return Object.entries(mapFrom(value)).sort(([a], [b]) => compareText(a, b));
}

export function mapFrom(value: Value): ValueMap {
  const map = told(value);
  if (isMap(map)) return map;
  throw new EvaluationError("A map is needed");
}

/**
 * A value that is no reference or unknown; what is inside a list or map may be. A reference to what its resource sets,
 * such as `aws_vpc.main.cidr_block`, is followed.
 */
export function told(value: Value): Value {
  if (!isOpen(value)) return value;
  const text = textOf(value);
  if (text === undefined) throw new NotTold();
  return text;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
