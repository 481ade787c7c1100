import { type Change } from "../../terraform/summary/plan-summary";
import { statefulTypes, trafficTypes } from "../../terraform/summary/stateful-types";
import { environmentOf } from "../../terraform/stacks/select-stacks";
import { type Finding } from "../findings/finding";
import { withoutKeys } from "../ledger/address";
import { causeOfDeletion, causeOfReplacement } from "./destroy-reasons";
import { guardRule, type GuardRule } from "./guard-rules";
import { likelySuccessor } from "./likely-successor";
import { resourceChanges } from "./plan-resources";
import { type StackPlan } from "./read-plan";
import { stillNamed } from "./still-named";
import { fixedAttributes, wayRound } from "./ways-round";

/** What the plans of one environment replace or destroy although it holds data or carries requests. */
export function guardLosses(plans: readonly StackPlan[]): readonly Finding[] {
  const names = stillNamed(plans);
  return plans.flatMap((plan) => {
    const planned = new Map(resourceChanges(plan.json).map((one) => [one.address, one]));
    return plan.summary.changes.flatMap((change) => {
      const { before = {}, unknown = {} } = planned.get(change.address) ?? {};
      const kind = kindOf(change.type);
      // With `skip_destroy` Terraform forgets the resource and AWS keeps it.
      if (kind === undefined || before["skip_destroy"] === true) return [];
      if (change.action === "replace") return [replaced(plan, change, kind, unknown)];
      return change.action === "destroy" ? [destroyed(plan, change, kind, names(before))] : [];
    });
  });
}

interface Kind {
  readonly word: "data" | "traffic";
  /** What is lost, or stops. */
  readonly loses: string;
}

/** What carries requests counts as that, also where it cannot be made again as it was: a balancer's DNS name is no data. */
function kindOf(type: string): Kind | undefined {
  const stopped = trafficTypes[type];
  if (stopped !== undefined) return { word: "traffic", loses: `stops ${stopped}` };
  const lost = statefulTypes[type];
  return lost === undefined ? undefined : { word: "data", loses: `loses ${lost}` };
}

function replaced(
  plan: StackPlan,
  change: Change,
  { word, loses }: Kind,
  unknown: Readonly<Record<string, unknown>>,
): Finding {
  const { type, attributes = [], replacedFor = [], reason } = change;
  const changed = attributes.map((place) => place.split(": ")[0] ?? place);
  const forced = replacedFor.length > 0 ? replacedFor : fixedAttributes(type, changed);
  const [attribute] = forced;
  const id = `plan-replaces-${word}` as const;
  if (attribute === undefined) {
    const { because, way, page } = causeOfReplacement(reason);
    const got = `a replacement that ${loses}, because ${because}`;
    return finding(id, plan, change, got, `${inWords(way, change)} See ${page}`);
  }
  const [root = attribute] = attribute.split(/[.[]/);
  const { way, page } = wayRound(type, root);
  // A value that is known only later comes from something that is made anew.
  const followed =
    unknown[root] === true
      ? `It follows what ${root} refers to: keep that from being replaced. Where that is meant: `
      : "";
  const got = `a replacement forced by ${forced.join(", ")} that ${loses}`;
  return { ...finding(id, plan, change, got, `${followed}${way} See ${page}`), attribute };
}

function destroyed(
  plan: StackPlan,
  change: Change,
  { word, loses }: Kind,
  user: string | undefined,
): Finding {
  const { because, way, page } = causeOfDeletion(change.reason);
  const used = word === "traffic" && user !== undefined ? `, while ${user} still names it` : "";
  const got = `a deletion that ${loses}, because ${because}${used}`;
  const found = finding(
    `plan-destroys-${word}`,
    plan,
    change,
    got,
    `${inWords(way, change, likelySuccessor(plan, change))} See ${page}`,
  );
  return used === "" ? found : { ...found, severity: "error" };
}

function inWords(way: string, { address }: Change, successor = "<the new address>"): string {
  return way
    .replaceAll("ADDRESS", () => address)
    .replaceAll("BLOCK", () => withoutKeys(address))
    .replaceAll("NEW", () => successor);
}

function finding(
  id: GuardRule,
  { stack }: StackPlan,
  { address }: Change,
  got: string,
  advice: string,
): Finding {
  const { severity } = guardRule(id);
  return {
    rule: id,
    severity,
    environment: environmentOf(stack.name),
    place: `${stack.name}/${address}`,
    must: "must stay",
    got,
    advice,
  };
}
