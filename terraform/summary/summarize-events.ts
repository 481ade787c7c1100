import { asObject, isObject } from "../stacks/stack";
import { type Change, noChanges, type PlanSummary } from "./plan-summary";

/**
 * What a plan would do that only makes new resources, from the lines that `terraform plan -json` prints; undefined for any other,
 * of which the plan itself says more. A stack that is planned for the first time need not be read a second time.
 *
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function summarizeEvents(
  events: readonly Readonly<Record<string, unknown>>[],
): PlanSummary | undefined {
  const changes: Change[] = [];
  let outputs: readonly string[] = [];
  for (const event of events) {
    if (event["type"] === "resource_drift") return undefined;
    if (event["type"] === "outputs") outputs = changedOutputs(event["outputs"]);
    if (event["type"] !== "planned_change") continue;
    const { action, resource, importing, previous_resource: previous } = asObject(event["change"]);
    const { addr, resource_type: type } = asObject(resource);
    if (action === "read") continue;
    if (action !== "create" || importing !== undefined || previous !== undefined) return undefined;
    changes.push({ address: String(addr), type: String(type), action: "add" });
  }
  if (changes.length === 0) return undefined;
  return { counts: { ...noChanges, add: changes.length }, changes, outputs };
}

function changedOutputs(given: unknown): readonly string[] {
  if (!isObject(given)) return [];
  return Object.keys(given).filter((name) => asObject(given[name])["action"] !== "noop");
}
