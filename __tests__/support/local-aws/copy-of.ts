import { isRecord } from "./is-record";

/** A deep copy; `structuredClone` gives dates of another realm under jest, which are no `Date` there. */
export function copyOf<Value>(value: Value): Value {
  return copy(value) as Value;
}

function copy(value: unknown): unknown {
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map(copy);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child)]));
}
