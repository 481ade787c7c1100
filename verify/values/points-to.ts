import { type Resource } from "../estate/resource";
import { referencesIn } from "./plain-values";
import { type Value } from "./value";

/** Whether a value is made from an attribute of a resource. */
export function pointsTo(value: Value | undefined, resource: Resource): boolean {
  return referencesIn(value).some((reference) => reference.resource === resource);
}

/** The resources of some types that a value is made from. */
export function referredTo(value: Value | undefined, ...types: readonly string[]): readonly Resource[] {
  const resources = referencesIn(value).map(({ resource }) => resource);
  return [...new Set(resources)].filter(({ type }) => types.includes(type));
}
