import { unknown, type Value, type Values } from "./value";
import { isRecord, isSequence } from "./value-shape";

/** The same with null for everything unknown: what is left is what was asked for. */
export function withoutUnknown(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, known(value)]));
}

function known(value: Value): Value {
  if (value === unknown) return null;
  if (isSequence(value)) return value.map(known);
  return isRecord(value) ? withoutUnknown(value) : value;
}
