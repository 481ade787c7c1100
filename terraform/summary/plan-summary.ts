import { asObject } from "../stacks/stack";
import { changedAttributes, unknownAttributes } from "./changed-attributes";
import { statefulTypes } from "./stateful-types";

export const actions = ["add", "change", "replace", "destroy", "import", "move", "forget"] as const;

/** What a plan does with a resource. */
export type Action = (typeof actions)[number];

export interface Change {
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  /** Attributes that differ, with the place inside them; only of a resource that stays or is replaced. */
  readonly attributes?: readonly string[];
  /** Attributes that cannot be changed in place. */
  readonly replacedFor?: readonly string[];
  /** Terraform's own word for why, such as `delete_because_no_resource_config`. */
  readonly reason?: string;
  /** Where it was before; of a moved resource that may also change. */
  readonly movedFrom?: string;
  /** What is lost with it; only of a stateful resource that is replaced or destroyed. */
  readonly loses?: string;
  /** Someone changed or deleted it since the last apply, and this change takes that back: the attributes, or `deleted`. */
  readonly changedOutside?: readonly string[] | "deleted";
}

/** What a plan would do, without any value: a plan holds secrets. */
export interface PlanSummary {
  readonly counts: Readonly<Record<Action, number>>;
  readonly changes: readonly Change[];
  /** Names of the outputs that change. */
  readonly outputs: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON of `terraform show -json <plan>`, see https://developer.hashicorp.com/terraform/internals/json-format
 *
 * Its `resource_drift` lists everything that differs from the last apply, also what `ignore_changes` leaves alone. Only what leads
 * to a change is told.
 */
export function summarizePlan(plan: Json): PlanSummary {
  const drift = new Map(
    objects(plan["resource_drift"]).map((resource) => [
      String(resource["address"]),
      asObject(resource["change"]),
    ]),
  );
  const changes = objects(plan["resource_changes"]).flatMap((resource) => readChanges(resource, drift));
  const counts = Object.fromEntries(
    actions.map((action) => [action, changes.filter((change) => change.action === action).length]),
  );
  return {
    counts: { ...noChanges, ...counts },
    changes,
    outputs: Object.entries(asObject(plan["output_changes"]))
      .filter(([, change]) => actionOf(asObject(change)["actions"]) !== undefined)
      .map(([name]) => name),
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
export const emptySummary: PlanSummary = { counts: noChanges, changes: [], outputs: [] };

function readChanges(resource: Json, drift: ReadonlyMap<string, Json>): Change[] {
  const change = asObject(resource["change"]);
  if (resource["mode"] === "data") return [];
  const address = String(resource["address"]);
  const previous = resource["previous_address"];
  const planned = actionOf(change["actions"]);
  const deletes = planned === "replace" || planned === "destroy";
  const kept = "importing" in change ? "import" : (planned ?? (previous === undefined ? undefined : "move"));
  const action = deletes ? planned : kept;
  if (action === undefined) return [];
  const type = String(resource["type"]);
  const paths = Array.isArray(change["replace_paths"]) ? change["replace_paths"] : [];
  const loses = deletes ? statefulTypes[type] : undefined;
  const attributes = readAttributes(change, planned);
  const outside = changedOutside(drift.get(address), planned, attributes);
  return [
    {
      address,
      type,
      action,
      ...(attributes.length > 0 && { attributes }),
      ...(paths.length > 0 && { replacedFor: paths.map(formatPath) }),
      ...(typeof resource["action_reason"] === "string" && { reason: resource["action_reason"] }),
      ...(typeof previous === "string" && { movedFrom: previous }),
      ...(loses !== undefined && { loses }),
      ...(outside !== undefined && { changedOutside: outside }),
    },
  ];
}

function readAttributes(change: Json, planned: Action | undefined): readonly string[] {
  if (planned !== "change" && planned !== "replace") return [];
  const known = changedAttributes(change);
  // Something must say why there is a change.
  return known.length === 0 && planned === "change" ? unknownAttributes(change) : known;
}

/** What of a drift a change takes back. */
function changedOutside(
  drift: Json | undefined,
  planned: Action | undefined,
  attributes: readonly string[],
): Change["changedOutside"] {
  if (drift === undefined) return undefined;
  if (actionOf(drift["actions"]) === "destroy") return planned === "add" ? "deleted" : undefined;
  const others = new Set(changedAttributes(drift));
  const shared = attributes.filter((attribute) => others.has(attribute));
  return shared.length > 0 ? shared : undefined;
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

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}
