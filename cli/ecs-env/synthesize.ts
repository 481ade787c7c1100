import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { findStacks } from "../../terraform/stacks/select-stacks";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { asObject, type Stack } from "../../terraform/stacks/stack";

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
}

/**
 * Runs the project's own program as `cdktf synth` does, for the wanted environment alone when the project can.
 *
 * @throws ConfigError when it fails.
 */
export function synthesize({ project, out, target, env }: Synthesis): readonly Stack[] {
  const settings = readSettings(project);
  const run = (only: string | undefined) => {
    const { status, stdout, stderr } = spawnSync(settings.app, {
      cwd: project,
      shell: true,
      encoding: "utf8",
      env: {
        ...env,
        CDKTF_OUTDIR: out,
        CDKTF_CONTEXT_JSON: JSON.stringify(settings.context),
        [onlyVariable]: only ?? "",
      },
    });
    if (status !== 0) throw new SynthesisError((stderr || stdout).trim());
    return readStacks(out);
  };
  if (target === undefined) return run(undefined);
  const stacks = run(target);
  return findStacks(stacks, target).length > 0 ? stacks : run(undefined);
}

/** The program said itself what is wrong. */
export class SynthesisError extends Error {
  override readonly name = "SynthesisError";
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
