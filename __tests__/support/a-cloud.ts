import { type CloudResource, type CloudView } from "../../offline/cloud/cloud-resource";
import { type Change, type Refusal, type Rule } from "../../offline/rules/rule";
import { type Values } from "../../offline/values/value";

export type Existing = Pick<CloudResource, "type" | "values"> & Partial<CloudResource>;

/** An account that holds these resources; keys are `<type>:<index>` and the region eu-west-1 unless given. */
export function aCloud(resources: readonly Existing[] = []): CloudView {
  const all = resources.map((resource, at) => ({
    key: `${resource.type}:${at}`,
    region: "eu-west-1",
    ...resource,
  }));
  const ofType = (type: string) => all.filter((resource) => resource.type === type);
  return {
    all: ofType,
    find: (type, attribute, value) => ofType(type).find(({ values }) => values[attribute] === value),
    everything: () => all,
  };
}

/** A create of this type in account 111111111111, eu-west-1; anything about it can be said otherwise. */
export function aChange(type: string, values: Values, more: Partial<Change> = {}): Change {
  return {
    action: "create",
    type,
    values,
    existing: undefined,
    account: "111111111111",
    region: "eu-west-1",
    partition: "aws",
    cloud: aCloud(),
    otherAccount: () => undefined,
    ...more,
  };
}

/** A delete of the resource of the cloud with this key, or of its only resource of a type. */
export function aDelete(cloud: CloudView, keyOrType: string, more: Partial<Change> = {}): Change {
  const all = [...cloud.everything()];
  const existing =
    all.find(({ key }) => key === keyOrType) ?? all.find((resource) => resource.type === keyOrType);
  if (!existing) throw new Error(`the cloud has no ${keyOrType}`);
  return aChange(existing.type, existing.values, { action: "delete", existing, cloud, ...more });
}

/** AWS's error codes for a change; fails when the rule does not look at such a change at all. */
export function codes(rule: Rule, change: Change): readonly string[] {
  return refusals(rule, change).map(({ code }) => code);
}

export function refusals(rule: Rule, change: Change): readonly Refusal[] {
  if (rule.types.length > 0 && !rule.types.includes(change.type))
    throw new Error(`${rule.id}: not about ${change.type}`);
  if (!rule.actions.includes(change.action)) throw new Error(`${rule.id}: not about ${change.action}`);
  return rule.check(change);
}
