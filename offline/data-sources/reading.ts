import { createHash } from "node:crypto";
import { type CloudResource } from "../cloud/cloud-resource";
import { asItems, asText, asTexts, isObject } from "../provider/known-values";
import { type AwsContext } from "../resources/behaviour";
import { type Value, type Values } from "../values/value";

export { asItems, asText, asTexts, isObject };
export type { Value, Values };

/** Texts that stand in one line, so that a table stays a table. */
export function words(line: string): readonly string[] {
  return line.split(/\s+/).filter((word) => word !== "");
}

/** Hexadecimal digits that are always the same for the same words: names of what is assumed to exist. */
export function stableHex(length: number, ...of: readonly string[]): string {
  const digest = createHash("sha512").update(of.join("\n")).digest("hex");
  return digest.slice(0, length);
}

/** What AWS calls "unique id": letters and digits after a prefix. */
export function stableId(prefix: string, length: number, ...of: readonly string[]): string {
  return `${prefix}${stableHex(length, ...of).toUpperCase()}`;
}

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
  if (isObject(all)) return all;
  return isObject(values["tags"]) ? values["tags"] : {};
}
