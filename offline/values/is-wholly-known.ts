import { DynamicValue, unknown, type Value } from "./value";
import { isRecord, isSequence } from "./value-shape";

/** Whether nothing in a value is left until apply. */
export function isWhollyKnown(value: Value | undefined): boolean {
  if (value === unknown) return false;
  if (value instanceof DynamicValue) return isWhollyKnown(value.value);
  if (isSequence(value)) return value.every(isWhollyKnown);
  return !isRecord(value) || Object.values(value).every(isWhollyKnown);
}
