import { createHash } from "node:crypto";
import { type CloudResource, type CloudView } from "../../../offline/cloud/cloud-resource";
import { type AwsContext } from "../../../offline/resources/behaviour";
import { type Values } from "../../../offline/values/value";

/** Something that exists, for a test. */
export function existing(type: string, values: Values, region = "eu-west-1"): CloudResource {
  return { key: `${type}:${String(values["id"])}`, type, region, values };
}

/** AWS in an account with these resources. */
export function anAwsContext(...resources: readonly CloudResource[]): AwsContext {
  return {
    account: "111111111111",
    region: "eu-west-1",
    partition: "aws",
    cloud: cloudOf(resources),
    hex: (length, purpose = "") =>
      createHash("sha512").update(purpose).digest("hex").repeat(2).slice(0, length),
  };
}

function cloudOf(resources: readonly CloudResource[]): CloudView {
  const all = (type: string) => resources.filter((resource) => resource.type === type);
  return {
    all,
    find: (type, attribute, value) => all(type).find(({ values }) => values[attribute] === value),
    everything: () => resources,
  };
}
