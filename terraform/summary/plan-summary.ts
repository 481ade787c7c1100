import { asObject } from "../stacks/stack";
import { statefulTypes } from "./stateful-types";

export const actions = ["add", "change", "replace", "destroy", "import", "move", "forget"] as const;

/** What a plan does with a resource. */
export type Action = (typeof actions)[number];

export interface Change {
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  /** Attributes that cannot be changed in place. */
  readonly replacedFor?: readonly string[];
  /** Terraform's own word for why, such as `delete_because_no_resource_config`. */
  readonly reason?: string;
  /** Where it was before; of a moved resource that may also change. */
  readonly movedFrom?: string;
  /** What is lost with it; only of a stateful resource that is replaced or destroyed. */
  readonly loses?: string;
}

/** What a plan would do, without any value: a plan holds secrets. */
export interface PlanSummary {
  readonly counts: Readonly<Record<Action, number>>;
  readonly changes: readonly Change[];
  /** Names of the outputs that change. */
  readonly outputs: readonly string[];
  /** Addresses that someone else changed since the last apply. */
  readonly drift: readonly { readonly address: string; readonly action: Action }[];
}

/** Reads the JSON of `terraform show -json <plan>`, see https://developer.hashicorp.com/terraform/internals/json-format */
export function summarizePlan(plan: Readonly<Record<string, unknown>>): PlanSummary {
  const changes = objects(plan["resource_changes"]).flatMap(readChanges);
  const counts = Object.fromEntries(
    actions.map((action) => [action, changes.filter((change) => change.action === action).length]),
  );
  return {
    counts: { ...noChanges, ...counts },
    changes,
    outputs: Object.entries(asObject(plan["output_changes"]))
      .filter(([, change]) => actionOf(asObject(change)["actions"]) !== undefined)
      .map(([name]) => name),
    drift: objects(plan["resource_drift"]).flatMap((resource) => {
      const action = actionOf(asObject(resource["change"])["actions"]);
      return action ? [{ address: String(resource["address"]), action }] : [];
    }),
  };
}

export const noChanges: PlanSummary["counts"] = {
  add: 0,
  change: 0,
  replace: 0,
  destroy: 0,
  import: 0,
  move: 0,
  forget: 0,
};

/** An empty summary, of a stack with nothing to do. */
export const emptySummary: PlanSummary = { counts: noChanges, changes: [], outputs: [], drift: [] };

export function hasChanges({ changes, outputs }: PlanSummary): boolean {
  return changes.length > 0 || outputs.length > 0;
}

function readChanges(resource: Readonly<Record<string, unknown>>): Change[] {
  const change = asObject(resource["change"]);
  if (resource["mode"] === "data") return [];
  const previous = resource["previous_address"];
  const planned = actionOf(change["actions"]);
  const isImport = "importing" in change;
  const action = isImport ? "import" : (planned ?? (previous === undefined ? undefined : "move"));
  if (action === undefined) return [];
  const type = String(resource["type"]);
  const paths = Array.isArray(change["replace_paths"]) ? change["replace_paths"] : [];
  const loses = planned === "replace" || planned === "destroy" ? statefulTypes[type] : undefined;
  return [
    {
      address: String(resource["address"]),
      type,
      action: planned === "replace" || planned === "destroy" ? planned : action,
      ...(paths.length > 0 && { replacedFor: paths.map(formatPath) }),
      ...(typeof resource["action_reason"] === "string" && { reason: resource["action_reason"] }),
      ...(typeof previous === "string" && { movedFrom: previous }),
      ...(loses !== undefined && { loses }),
    },
  ];
}

/** `["create","delete"]` is a replacement in either order. */
function actionOf(given: unknown): Action | undefined {
  const words = Array.isArray(given) ? given : [];
  if (words.includes("create")) return words.includes("delete") ? "replace" : "add";
  if (words.includes("update")) return "change";
  if (words.includes("forget")) return "forget";
  return words.includes("delete") ? "destroy" : undefined;
}

/** `["ingress", 0, "cidr"]` → `ingress[0].cidr`. */
function formatPath(path: unknown): string {
  const steps = Array.isArray(path) ? path : [path];
  return steps
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

function objects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}
