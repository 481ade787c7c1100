import { canonicalKey } from "../values/canonical-key";
import { type Value } from "../values/value";
import { isRecord, isSequence } from "../values/value-shape";

/** Attributes whose JSON the real provider compares by what it says: spaces and the order of names make no change. */
const holdsPolicy = /(^|_)(policy|policies|container_definitions|event_pattern)$/;

/** Whether the real provider plans no change of an attribute although its values differ. `{}`, `""` and null are all nothing. */
export function meansTheSame(attribute: string, before: Value, after: Value): boolean {
  if (isNothing(before) || isNothing(after)) return isNothing(before) && isNothing(after);
  if (!holdsPolicy.test(attribute) || typeof before !== "string" || typeof after !== "string") return false;
  const said = meaning(before);
  return said !== undefined && said === meaning(after);
}

function isNothing(value: Value): boolean {
  if (value === null || value === "") return true;
  if (isSequence(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

/** Undefined for text that is no JSON. */
function meaning(json: string): string | undefined {
  try {
    return canonicalKey(JSON.parse(json));
  } catch {
    return undefined;
  }
}
