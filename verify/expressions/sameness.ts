import { isMap } from "../values/fields-of";
import { isOpen } from "../values/plain-values";
import { JsonText, Reference, Template, type Value } from "../values/value";
import { isList } from "./conversions";
import { writeJson } from "./write-json";

/** Whether two values are equal; undefined when the files do not tell. Values of different types are not equal. */
export function sameness(one: Value, other: Value): boolean | undefined {
  if (one instanceof Reference && other instanceof Reference)
    return one.resource === other.resource && one.attribute === other.attribute ? true : undefined;
  if (isOpen(one) || isOpen(other)) {
    // A template is a text, never null.
    return (one instanceof Template && other === null) || (other instanceof Template && one === null)
      ? false
      : undefined;
  }
  if (one instanceof JsonText && other instanceof JsonText) return sameness(one.value, other.value);
  if (one instanceof JsonText) return typeof other === "string" ? writeJson(one.value) === other : false;
  if (other instanceof JsonText) return sameness(other, one);
  if (isList(one) && isList(other))
    return one.length === other.length && all(one.map((item, index) => sameness(item, other[index] ?? null)));
  if (isMap(one) && isMap(other)) {
    const keys = Object.keys(one);
    const haveSameKeys =
      keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key));
    return haveSameKeys && all(keys.map((key) => sameness(one[key] ?? null, other[key] ?? null)));
  }
  return one === other;
}

/** A list without the items that are certainly equal to an earlier one. */
export function distinct(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  for (const item of items) if (!kept.some((earlier) => sameness(earlier, item) === true)) kept.push(item);
  return kept;
}

function all(claims: readonly (boolean | undefined)[]): boolean | undefined {
  if (claims.includes(false)) return false;
  return claims.includes(undefined) ? undefined : true;
}
