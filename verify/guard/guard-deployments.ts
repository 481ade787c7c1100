import { environmentOf } from "../../terraform/stacks/select-stacks";
import { asObject, isObject } from "../../terraform/stacks/stack";
import { type Finding } from "../findings/finding";
import { guardRule, type GuardRule } from "./guard-rules";
import { resourceChanges } from "./plan-resources";
import { type StackPlan } from "./read-plan";

type Json = Readonly<Record<string, unknown>>;
type Change = ReturnType<typeof resourceChanges>[number];
type Place = Pick<Finding, "environment" | "place">;

/** What plans do to services and rules that belongs to deployments. */
export function guardDeployments(plans: readonly StackPlan[]): readonly Finding[] {
  return plans.flatMap((plan) =>
    resourceChanges(plan.json)
      .filter(({ before, after }) => Object.keys(before).length > 0 && Object.keys(after).length > 0)
      .flatMap((change) => [...changedController(plan, change), ...shiftedTraffic(plan, change)]),
  );
}

function changedController(plan: StackPlan, { address, type, before, after }: Change): Finding[] {
  if (type !== "aws_ecs_service") return [];
  const [old, planned] = [controllerOf(before), controllerOf(after)];
  return old === planned ? [] : [controllerFinding(placeOf(plan, address), old, planned)];
}

/** A service that is handed over to another deployment controller. */
export function controllerFinding(place: Place, old: string, planned: string): Finding {
  return finding("plan-changes-controller", place, {
    attribute: "deployment_controller",
    must: "must keep its deployment controller",
    got: `a change from ${old} to ${planned}`,
  });
}

function controllerOf({ deployment_controller: controllers }: Json): string {
  const [controller] = listed(controllers);
  return typeof controller?.["type"] === "string" ? controller["type"] : "ECS";
}

/** Groups that come or go do not count: another rule of the guard sees what is replaced. */
function shiftedTraffic(plan: StackPlan, { address, type, before, after }: Change): Finding[] {
  if (!/^aws_a?lb_listener_rule$/.test(type)) return [];
  const [old, planned] = [sharesOf(before), sharesOf(after)];
  const shared = [...old.keys()].filter((arn) => planned.has(arn));
  if (shared.length === 0 || shared.every((arn) => old.get(arn) === planned.get(arn))) return [];
  return [
    finding("plan-shifts-traffic", placeOf(plan, address), {
      attribute: "action",
      must: "must leave the traffic on the target groups where it is",
      got: "other weights of its target groups",
    }),
  ];
}

/** Percent of the requests that each target group of a rule gets. */
function sharesOf({ action }: Json): ReadonlyMap<string, number> {
  const weights = listed(action).flatMap((each): (readonly [string, number])[] => {
    const groups = listed(each["forward"]).flatMap((forward) => listed(forward["target_group"]));
    if (groups.length > 0) return groups.map(({ arn, weight }) => [String(arn), Number(weight ?? 1)]);
    return typeof each["target_group_arn"] === "string" && each["target_group_arn"] !== ""
      ? [[each["target_group_arn"], 1]]
      : [];
  });
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([arn, weight]) => [arn, total === 0 ? 0 : (100 * weight) / total]));
}

function listed(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject).map(asObject) : [];
}

function placeOf({ stack }: StackPlan, address: string): Place {
  return { environment: environmentOf(stack.name), place: `${stack.name}/${address}` };
}

function finding(id: GuardRule, place: Place, words: Pick<Finding, "attribute" | "must" | "got">): Finding {
  const { severity, fix, page } = guardRule(id);
  return {
    rule: id,
    severity,
    ...place,
    ...words,
    advice: `${fix} See ${page}`,
  };
}
