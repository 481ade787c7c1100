import { isObject } from "../../terraform/stacks/stack";
import { plannedResources } from "./plan-resources";
import { type StackPlan } from "./read-plan";

/** Finds what names a resource by its id or ARN after the plans; undefined when nothing does. */
export function stillNamed(
  plans: readonly StackPlan[],
): (before: Readonly<Record<string, unknown>>) => string | undefined {
  const users = new Map<string, string>();
  for (const { stack, json } of plans) {
    for (const { mode, address, values } of plannedResources(json)) {
      if (mode === "data") continue;
      for (const text of textsIn(values)) if (!users.has(text)) users.set(text, `${stack.name}/${address}`);
    }
  }
  return ({ id, arn }) =>
    [arn, id].flatMap((name) => (typeof name === "string" ? (users.get(name) ?? []) : []))[0];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
