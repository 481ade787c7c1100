import { type Resource } from "../estate/resource";
import { isMap } from "./fields-of";
import { JsonText, Reference, Template, Unknown, type Value, type ValueMap } from "./value";

export type Plain = string | number | boolean;

/** Whether Terraform takes it as left out. */
export function isUnset(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}

/** A value that the files tell completely, as far as it is no list or map. */
export function isPlain(value: Value | undefined): value is Plain {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Whether only AWS or Terraform's caller knows the value. */
export function isOpen(value: Value | undefined): value is Reference | Template | Unknown {
  return value instanceof Reference || value instanceof Template || value instanceof Unknown;
}

/** A number, which may be written as text. */
export function numberOf(value: Value | undefined): number | undefined {
  const isText = typeof value === "string" && value.trim() !== "";
  const number = isText ? Number(value) : value;
  return typeof number === "number" && !Number.isNaN(number) ? number : undefined;
}

/** A truth value, which may be written as text. */
export function booleanOf(value: Value | undefined): boolean | undefined {
  if (value === "true" || value === true) return true;
  return value === "false" || value === false ? false : undefined;
}

/** The items of a list; a single value counts as a list of one, as AWS reads policies. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (isUnset(value)) return [];
  return isList(value) ? value : [value];
}

/** The blocks of a name: Terraform JSON writes one block as an object, several as a list. */
export function blocksOf(values: ValueMap, name: string): readonly ValueMap[] {
  return itemsOf(values[name]).filter(isMap);
}

/** Every reference inside a value, each once, in the order of the value. */
export function referencesIn(value: Value | undefined): readonly Reference[] {
  const seen = new Map<Resource, Set<string>>();
  return allReferencesIn(value).filter(({ resource, attribute }) => {
    const attributes = seen.get(resource) ?? new Set();
    const isNew = !attributes.has(attribute);
    seen.set(resource, attributes.add(attribute));
    return isNew;
  });
}

function allReferencesIn(value: Value | undefined): readonly Reference[] {
  if (isUnset(value) || isPlain(value)) return [];
  if (value instanceof Reference) return [value];
  if (value instanceof Template)
    return value.parts.flatMap((part) => (typeof part === "string" ? [] : allReferencesIn(part)));
  if (value instanceof JsonText) return allReferencesIn(value.value);
  if (value instanceof Unknown) return value.references;
  return (isList(value) ? value : Object.values(value)).flatMap(allReferencesIn);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
