import { isPlain } from "./plain-values";
import { Reference, type Value } from "./value";

/** Whether two values are known to be the same: the same text, or attributes of the same resource. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one instanceof Reference && other instanceof Reference) {
    return one.resource === other.resource && one.attribute === other.attribute;
  }
  return isPlain(one) && one === other;
}
