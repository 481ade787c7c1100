import { type ValueType } from "../schema/schema";
import { canonicalKey } from "./canonical-key";
import { type Value } from "./value";

/**
 * Whether two values are the same. An unknown value equals only another unknown one; a list equals a set of the same order.
 *
 * @param type where it says set, the order of the items makes no difference
 */
export function equalValues(a: Value | undefined, b: Value | undefined, type?: ValueType): boolean {
  return a === b || canonicalKey(a, type) === canonicalKey(b, type);
}
