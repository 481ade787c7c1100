import { type Change } from "../../terraform/summary/plan-summary";
import { resourceChanges } from "./plan-resources";
import { type StackPlan } from "./read-plan";

type Json = Readonly<Record<string, unknown>>;

/** What a destroyed resource was probably renamed to: of its type, created by the same plan, and more like it than any other. */
export function likelySuccessor({ json }: StackPlan, { address, type }: Change): string | undefined {
  const changes = resourceChanges(json);
  const before = changes.find((one) => one.address === address)?.before ?? {};
  const [best, next] = changes
    .filter((one) => one.type === type && one.isCreated)
    .map((one) => ({ address: one.address, likeness: likeness(before, one.after) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return best === undefined || best.likeness === next?.likeness ? undefined : best.address;
}

/** How many attributes are the same. */
function likeness(one: Json, other: Json): number {
  return Object.entries(other).filter(
    ([name, value]) => value !== null && JSON.stringify(one[name]) === JSON.stringify(value),
  ).length;
}
