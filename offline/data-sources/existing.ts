import { type CloudResource } from "../cloud/cloud-resource";
import { type AwsContext } from "../resources/behaviour";
import { type Values } from "../values/value";
import { isRecord } from "../values/value-shape";

/**
 * Resources of these types in the region of the call, or in the whole account where the service is global. What was only assumed
 * is assumed again, with the same values, so that it never competes with what a stack makes.
 */
export function inReach(
  aws: AwsContext,
  types: readonly string[],
  scope: "region" | "account",
): readonly CloudResource[] {
  return types
    .flatMap((type) => aws.cloud.all(type))
    .filter(({ region, assumed }) => assumed === undefined && (scope === "account" || region === aws.region));
}

/** All tags, those by the provider included; empty when there are none. */
export function tagsOf(values: Values): Values {
  const all = values["tags_all"];
  if (isRecord(all)) return all;
  return isRecord(values["tags"]) ? values["tags"] : {};
}
