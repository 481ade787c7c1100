import { fieldsOf } from "../values/fields-of";
import { numberOf } from "../values/plain-values";
import { Reference, type Value, type ValueMap } from "../values/value";

/** A number with its default; undefined when something is written that the files do not tell. */
export function numberOr(value: Value | undefined, fallback: number): number | undefined {
  return value === undefined || value === null ? fallback : numberOf(value);
}

export function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A block that may stand once, as an object or as a list of one. */
export function blockOf(value: Value | undefined): ValueMap {
  return fieldsOf(Array.isArray(value) ? value[0] : value);
}

export function blocksOf(value: Value | undefined): readonly ValueMap[] {
  if (Array.isArray(value)) return value.map((item: Value) => fieldsOf(item));
  return value === undefined || value === null ? [] : [fieldsOf(value)];
}

/** How many items a list has; undefined when it is not known. */
export function lengthOf(value: Value | undefined): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

/** The resource that a value refers to. */
export function resourceOf(value: Value | undefined): Reference["resource"] | undefined {
  return value instanceof Reference ? value.resource : undefined;
}
