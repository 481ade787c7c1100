import { existsSync } from "node:fs";
import { join } from "node:path";
import { CloudFileError } from "../../offline/cloud/cloud-file";
import { checkWorld } from "../../offline/cloud/check-world";
import { readState } from "../../terraform/run/state-file";
import { type Stack } from "../../terraform/stacks/stack";
import { checkWritable } from "./check-writable";
import { PlainError } from "./plain-error";

/**
 * Looks at a world before anything runs in it, or in a copy of it, which has another path.
 *
 * @throws PlainError or ConfigError with the file that is broken, or the folder that cannot be written.
 */
export function checkOffline(world: string, stacks: readonly Stack[], isWritten: boolean): void {
  if (isWritten) ["state", "cloud", "run"].forEach((part) => checkWritable(join(world, part), "--world"));
  for (const { name } of stacks) readState(join(world, "state", `${name}.tfstate`));
  if (!existsSync(world)) return;
  try {
    checkWorld(world);
  } catch (error) {
    throw error instanceof CloudFileError ? new PlainError(error.message, { cause: error }) : error;
  }
}
