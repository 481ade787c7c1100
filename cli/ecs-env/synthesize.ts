import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { findStacks } from "../../terraform/stacks/select-stacks";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { asObject, type Stack } from "../../terraform/stacks/stack";
import { PlainError } from "./plain-error";
import { type ProgramOptions, runProgram } from "./run-program";

/** Names the one environment to build; a project's `main.ts` may take it to save time. */
export const onlyVariable = "ECS_ENV_ONLY";

export interface Synthesis {
  /** Folder with `cdktf.json`. */
  readonly project: string;
  /** Output folder, absolute. */
  readonly out: string;
  /** Environment or stack that is wanted. */
  readonly target: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the program early; that is an error. */
  readonly interrupted?: AbortSignal;
}

/**
 * Runs the project's own program as `cdktf synth` does, for the wanted environment alone when the project can.
 *
 * @throws SynthesisError when it fails.
 */
export async function synthesize({
  project,
  out,
  target,
  env,
  interrupted,
}: Synthesis): Promise<readonly Stack[]> {
  const settings = readSettings(project);
  const run = async (only: string | undefined) => {
    const variables = {
      ...env,
      CDKTF_OUTDIR: out,
      CDKTF_CONTEXT_JSON: JSON.stringify(settings.context),
      [onlyVariable]: only ?? "",
    };
    await runApp(settings.app, { cwd: project, env: variables, ...(interrupted && { interrupted }) });
    return readStacks(out);
  };
  if (target === undefined) return run(undefined);
  const stacks = await run(target);
  return findStacks(stacks, target).length > 0 ? stacks : run(undefined);
}

/** The program said itself what is wrong. */
export class SynthesisError extends PlainError {
  override readonly name = "SynthesisError";
}

async function runApp(program: string, options: ProgramOptions): Promise<void> {
  const { code, stdout, stderr } = await runProgram(program, [], { ...options, shell: true });
  if (code === 0) return;
  throw new SynthesisError((stderr || stdout).trim() || `${program} ended with code ${code}`);
}

export function readSettings(project: string): {
  readonly app: string;
  readonly output: string;
  readonly context: unknown;
} {
  const path = join(project, "cdktf.json");
  const settings = existsSync(path) ? asObject(JSON.parse(readFileSync(path, "utf8"))) : {};
  const { app, output, context } = settings;
  if (typeof app === "string") {
    return { app, output: typeof output === "string" ? output : "cdktf.out", context: context ?? {} };
  }
  const must = "must name the program that synthesizes (app)";
  const advice = "Run the command in the folder of the project, where cdktf.json is.";
  throw new ConfigError("cdktf.json", [{ where: "app", must, got: "nothing", advice }]);
}
