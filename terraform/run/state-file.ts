import { existsSync, readFileSync } from "node:fs";
import { ConfigError } from "../../problems/config-error";
import { asObject } from "../stacks/stack";

/** What we read of a state file, see https://developer.hashicorp.com/terraform/language/state */
export interface StateContent {
  readonly resources: readonly { readonly mode: string; readonly type: string }[];
  /** Names of the outputs. */
  readonly outputs: readonly string[];
}

/**
 * Reads a state file; without a file it is empty.
 *
 * @returns undefined for one that only Terraform can read, such as an encrypted one.
 * @throws ConfigError for one that is broken.
 */
export function readState(path: string): StateContent | undefined {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (text.trim() === "") return { resources: [], outputs: [] };
  const { resources, outputs } = asObject(parse(text, path));
  if (!Array.isArray(resources)) return undefined;
  const entries = resources
    .map(asObject)
    .map(({ mode, type }) => ({ mode: String(mode), type: String(type) }));
  return { resources: entries, outputs: Object.keys(asObject(outputs)) };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const must = "must be a state of Terraform, which is JSON";
    const got = error instanceof Error ? error.message : "something else";
    const advice =
      "Mend it, or put a backup in its place; of the offline world: delete the world to begin anew.";
    throw new ConfigError("state", [{ where: path, must, got, advice }]);
  }
}

/** Number of resources, without data sources. */
export function countResources({ resources }: StateContent): number {
  return resources.filter(({ mode }) => mode === "managed").length;
}
