import { JsonText, Reference, Template, Unknown, type Value, type ValueMap } from "./value";

/** Whether a value is a map with known keys. */
export function isMap(value: Value | undefined): value is ValueMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Reference) &&
    !(value instanceof Template) &&
    !(value instanceof JsonText) &&
    !(value instanceof Unknown)
  );
}

/** The fields of a map; none for anything else. */
export function fieldsOf(value: Value | undefined): ValueMap {
  return isMap(value) ? value : {};
}
