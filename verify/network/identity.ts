import { type Resource } from "../estate/resource";
import { showValue } from "../values/show-value";
import { Reference, Unknown, type Value } from "../values/value";

/** Texts that are equal where two values name the same thing, whichever of its attributes they use. */
export function identityOf(value: Value): string {
  return resourceOf(value)?.place ?? (typeof value === "string" ? value : showValue(value));
}

/** The resource or data source that a value refers to. */
export function resourceOf(value: Value | undefined): Resource | undefined {
  if (value instanceof Reference) return value.resource;
  if (!(value instanceof Unknown)) return undefined;
  const [first, ...others] = value.references;
  return others.every(({ resource }) => resource === first?.resource) ? first?.resource : undefined;
}

/** The attribute that a reference names; empty for everything else. */
export function attributeOf(value: Value | undefined): string {
  return value instanceof Reference ? value.attribute : "";
}
