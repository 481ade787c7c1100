import { type Resource } from "../estate/resource";
import { referencesIn } from "./plain-values";
import { type Value } from "./value";

/** Whether a value is made from an attribute of a resource. */
export function pointsTo(value: Value | undefined, resource: Resource): boolean {
  return referencesIn(value).some((reference) => reference.resource === resource);
}
