import { createHash } from "node:crypto";
import { type CloudResource, type CloudView } from "../../../offline/cloud/cloud-resource";
import { type AwsContext, type ResourceBehaviour } from "../../../offline/resources/behaviour";
import { type Values } from "../../../offline/values/value";

/** A call to account 111111111111 in eu-west-1. */
export function anAws(
  existing: readonly CloudResource[] = [],
  key = "one",
  region = "eu-west-1",
): AwsContext {
  return {
    account: "111111111111",
    region,
    partition: "aws",
    cloud: cloudOf(existing),
    hex: (length, purpose = "") =>
      createHash("sha512").update(`${key} ${purpose}`).digest("hex").slice(0, length),
  };
}

/** Something that exists in eu-west-1. */
export function existing(type: string, values: Values): CloudResource {
  return { key: `${type} ${JSON.stringify(values)}`, type, region: "eu-west-1", values };
}

/** What AWS makes of what a configuration asks for; the configuration wins. */
export function make(
  behaviours: readonly ResourceBehaviour[],
  type: string,
  given: Values,
  aws: AwsContext = anAws(),
): Values {
  return { ...behaviourOf(behaviours, type).create(given, aws), ...given };
}

export function behaviourOf(behaviours: readonly ResourceBehaviour[], type: string): ResourceBehaviour {
  const found = behaviours.find((behaviour) => behaviour.type === type);
  if (!found) throw new Error(`no behaviour of ${type}`);
  return found;
}

function cloudOf(resources: readonly CloudResource[]): CloudView {
  return {
    all: (type) => resources.filter((resource) => resource.type === type),
    find: (type, attribute, value) =>
      resources.find((resource) => resource.type === type && resource.values[attribute] === value),
    everything: () => resources,
  };
}
