import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Stack } from "../stacks/stack";
import { type StateOverride } from "./state-override";

/** What Terraform itself leaves in a run folder and uses again: providers and the settings of the backend. */
const kept = new Set([".terraform", ".terraform.lock.hcl"]);

/** What Terraform or an earlier cdktf left in a stack's folder. */
const notCopied = new Set([...kept, "plan", "errored.tfstate"]);

const overrideFile = "ecs_env_override.tf.json";

/**
 * Makes the folder in which Terraform runs for a stack: what cdktf wrote, byte by byte, and beside it an override that says where
 * the states are. cdktf's output folder stays as it is.
 */
export function makeRunFolder(
  stack: Stack,
  folder: string,
  override: StateOverride,
  keep: readonly string[] = [],
): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((one) => !kept.has(one) && !keep.includes(one))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  for (const name of readdirSync(stack.folder).filter((one) => !notCopied.has(one))) {
    cpSync(join(stack.folder, name), join(folder, name), { recursive: true });
  }
  const lock = join(stack.folder, ".terraform.lock.hcl");
  if (existsSync(lock) && !existsSync(join(folder, ".terraform.lock.hcl"))) {
    cpSync(lock, join(folder, ".terraform.lock.hcl"));
  }
  writeFileSync(join(folder, overrideFile), `${JSON.stringify(override, null, 2)}\n`);
  return folder;
}
