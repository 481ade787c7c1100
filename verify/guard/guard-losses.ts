import { type Change } from "../../terraform/summary/plan-summary";
import { environmentOf } from "../../terraform/stacks/select-stacks";
import { type Finding } from "../findings/finding";
import { withoutKeys } from "../ledger/address";
import { causeOfDeletion, causeOfReplacement } from "./destroy-reasons";
import { guardRule, type GuardRule } from "./guard-rules";
import { likelySuccessor } from "./likely-successor";
import { type Loss, lossOf } from "./loss";
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
      const loss = lossOf(change.type);
      // With `skip_destroy` Terraform forgets the resource and AWS keeps it.
      if (loss === undefined || before["skip_destroy"] === true) return [];
      if (change.action === "replace") return [replaced(plan, change, loss, unknown)];
      return change.action === "destroy" ? [destroyed(plan, change, loss, names(before))] : [];
    });
  });
}

function replaced(
  plan: StackPlan,
  change: Change,
  { kind, loses }: Loss,
  unknown: Readonly<Record<string, unknown>>,
): Finding {
  const { type, attributes = [], replacedFor = [], reason } = change;
  const changed = attributes.map((place) => place.split(": ")[0] ?? place);
  const forced = replacedFor.length > 0 ? replacedFor : fixedAttributes(type, changed);
  const [attribute] = forced;
  const id = `plan-replaces-${kind}` as const;
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
  { kind, loses }: Loss,
  user: string | undefined,
): Finding {
  const { because, way, page } = causeOfDeletion(change.reason);
  const used = kind === "traffic" && user !== undefined ? `, while ${user} still names it` : "";
  const got = `a deletion that ${loses}, because ${because}${used}`;
  const found = finding(
    `plan-destroys-${kind}`,
    plan,
    change,
    got,
    `${inWords(way, change, likelySuccessor(plan, change))} See ${page}`,
  );
  return used === "" ? found : { ...found, severity: "error" };
}

function inWords(way: string, { address }: Change, successor = "<the new address>"): string {
  const words: Readonly<Record<string, string>> = {
    ADDRESS: address,
    BLOCK: withoutKeys(address),
    NEW: successor,
  };
  return way.replaceAll(/\b(?:ADDRESS|BLOCK|NEW)\b/g, (word) => words[word] ?? word);
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
