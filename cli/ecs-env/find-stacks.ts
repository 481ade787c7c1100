import { resolve } from "node:path";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { type Stack } from "../../terraform/stacks/stack";
import { checkWritable } from "./check-writable";
import { type Command } from "./read-command";
import { readSettings, synthesize } from "./synthesize";

/** The project's stacks: synthesized anew, or with `--no-synth` as they are in the output folder. */
export async function findStacks(
  { flags, values }: Command,
  env: NodeJS.ProcessEnv,
  target: string | undefined,
): Promise<readonly Stack[]> {
  const project = process.cwd();
  const out = resolve(project, values["out"] ?? readSettings(project).output);
  if (flags.has("no-synth")) return readStacks(out);
  checkWritable(out, "--out");
  return synthesize({ project, out, target, env });
}
