import { type Action, type Change, type PlanSummary } from "../../terraform/summary/plan-summary";
import {
  type Comparison,
  type ResourceAction,
  type ResourceChange,
  type StackComparison,
} from "./comparison";
import { isRevision } from "./forced-replacement";

/**
 * A comparison with what Terraform planned, where there is a plan: its actions win. What it does beside the files (drift, unknown
 * values) is added by name only, because a plan holds secrets; what it does not do is told with a note.
 *
 * @param plans by name of the stack
 */
export function withPlans(comparison: Comparison, plans: ReadonlyMap<string, PlanSummary>): Comparison {
  return {
    ...comparison,
    stacks: comparison.stacks.map((stack) => {
      const plan = plans.get(stack.name);
      return plan === undefined ? stack : withPlan(stack, plan);
    }),
  };
}

function withPlan(stack: StackComparison, { changes }: PlanSummary): StackComparison {
  const planned = new Map(changes.map((change) => [change.address, change]));
  const known = new Set(
    stack.resources.flatMap(({ address, from }) => (from === undefined ? [address] : [address, from])),
  );
  const own = stack.resources.map((change) => asPlanned(change, planned));
  const others = changes.filter(({ address }) => !known.has(address)).map(fromPlan);
  return { ...stack, resources: [...own, ...others].toSorted((a, b) => (a.address < b.address ? -1 : 1)) };
}

function asPlanned(change: ResourceChange, planned: ReadonlyMap<string, Change>): ResourceChange {
  const plan = planned.get(change.address);
  const { address, type, attributes, from, construct } = change;
  const same = {
    address,
    type,
    attributes,
    ...(from !== undefined && { from }),
    ...(construct !== undefined && { construct }),
  };
  if (plan === undefined) {
    if (change.action === "keep") return change;
    return { ...same, action: "keep", forcedBy: [], note: "not in the plan: applied already, or ignored" };
  }
  // Terraform plans a rename without `moved` as two: here it stays one.
  if (change.action === "rename" && plan.action === "add") return change;
  const { action, forcedBy, loses, note } = fromPlan(plan);
  return {
    ...same,
    action,
    forcedBy,
    ...(loses !== undefined && { loses }),
    ...(note !== undefined && { note }),
  };
}

function fromPlan(plan: Change): ResourceChange {
  const { address, type, attributes = [], replacedFor = [], loses, movedFrom, changedOutside } = plan;
  return {
    address,
    type,
    action: actionOf(type, plan.action, replacedFor),
    ...(movedFrom !== undefined && { from: movedFrom }),
    attributes: attributes.map((path) => ({ path, attribute: path.split(/[.:[]/)[0] ?? "" })),
    forcedBy: replacedFor,
    ...(loses !== undefined && { loses }),
    ...(changedOutside !== undefined && { note: "changed outside of Terraform" }),
  };
}

function actionOf(type: string, action: Action, replacedFor: readonly string[]): ResourceAction {
  return action === "replace" && isRevision(type, replacedFor) ? "revise" : action;
}
