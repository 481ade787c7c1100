import { DynamicValue, unknown, type Value, type Values } from "../values/value";

/** Text that is known and says something: undefined for null, unknown and the empty text that stands for "nothing". */
export function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A number that is known. */
export function number(values: Values, name: string): number | undefined {
  const value = values[name];
  return typeof value === "number" ? value : undefined;
}

/** Whether a flag is known to be set. */
export function isSet(values: Values, name: string): boolean {
  return values[name] === true;
}

/** The known texts of a list or set. */
export function texts(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string" && item !== "") : [];
}

/** The known objects of a list, set or repeated block. */
export function items(values: Values, name: string): readonly Values[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The only object of a block that may stand once; undefined when it is left out or unknown. */
export function item(values: Values, name: string): Values | undefined {
  const value = values[name];
  return isObject(value) ? value : items(values, name)[0];
}

/** Whether nothing stands there, and nothing will: unknown is not absent. */
export function isAbsent(values: Values, name: string): boolean {
  const value = values[name];
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** Whether something stands there whose value is known only after apply, itself or in parts. */
export function isUnknown(value: Value | undefined): boolean {
  if (value === unknown) return true;
  if (value instanceof DynamicValue) return isUnknown(value.value);
  if (Array.isArray(value)) return value.some((part: Value) => isUnknown(part));
  return isObject(value) && Object.values(value).some((part) => isUnknown(part));
}

export function isObject(value: Value | undefined): value is Values {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof DynamicValue)
  );
}

/**
 * The known texts at a path through blocks, whether it ends in a text or in a list: `vpc_config.subnet_ids`.
 */
export function textsAt(values: Values, path: string): readonly string[] {
  const [name = "", ...rest] = path.split(".");
  if (rest.length > 0) return objectsAt(values, name).flatMap((inner) => textsAt(inner, rest.join(".")));
  const one = text(values, name);
  return one === undefined ? texts(values, name) : [one];
}

function objectsAt(values: Values, name: string): readonly Values[] {
  const value = values[name];
  return isObject(value) ? [value] : items(values, name);
}
