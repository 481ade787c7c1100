import { DynamicValue, unknown, type Value, type Values } from "../values/value";

/** Text that is known; undefined for null, unknown and everything else. */
export function asText(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The known texts of a list or set. */
export function asTexts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The known objects of a list, set or repeated block. */
export function asItems(value: Value | undefined): readonly Values[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** An object or map; not a list, and not a dynamic value. */
export function isObject(value: Value | undefined): value is Values {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof DynamicValue)
  );
}

/** The same with null for everything unknown: what is left is what was asked for. */
export function withoutUnknown(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, known(value)]));
}

function known(value: Value): Value {
  if (value === unknown) return null;
  if (Array.isArray(value)) return value.map((item: Value) => known(item));
  return isObject(value) ? withoutUnknown(value) : value;
}
