import { spawn, spawnSync } from "node:child_process";

/** What a run of terraform printed; `status` is its exit code. */
export interface TerraformRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TerraformOptions {
  readonly cwd?: string;
  /** Variables on top of the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
}

export type RunTerraform = (
  args: readonly string[],
  options?: TerraformOptions & { readonly input?: string },
) => TerraformRun;

/**
 * A test that needs the terraform binary.
 *
 * Without one in PATH the test is registered as skipped and its name says why, because a new machine (CI's too) has
 * no terraform and no package registry that carries it. Set `REQUIRE_TERRAFORM=1` where terraform is installed on
 * purpose: the test then fails instead of being skipped.
 */
export function testWithTerraform(
  name: string,
  body: (terraform: RunTerraform) => void | Promise<void>,
  timeoutMs = 20_000,
): void {
  if (isInstalled()) test(name, async () => body(runTerraform), timeoutMs);
  else if (process.env.REQUIRE_TERRAFORM === "1") {
    test(name, () => {
      throw new Error("REQUIRE_TERRAFORM is 1 and there is no terraform binary in PATH.");
    });
  } else test.skip(`${name} (skipped: no terraform binary in PATH)`, () => undefined);
}

/** The same for a group of tests that share what they prepare with terraform. */
export function describeWithTerraform(name: string, body: () => void): void {
  if (isInstalled()) describe(name, body);
  else if (process.env.REQUIRE_TERRAFORM === "1") {
    test(name, () => {
      throw new Error("REQUIRE_TERRAFORM is 1 and there is no terraform binary in PATH.");
    });
  } else describe.skip(`${name} (skipped: no terraform binary in PATH)`, body);
}

let installed: boolean | undefined;

function isInstalled(): boolean {
  installed ??= runTerraform(["version"]).status === 0;
  return installed;
}

const runTerraform: RunTerraform = (args, { env, ...options } = {}) => {
  const run = spawnSync("terraform", args, {
    ...options,
    env: { ...environment(), ...env },
    encoding: "utf8",
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
};

export interface BesideOptions extends TerraformOptions {
  /** Sends terraform the signal when it aborts. */
  readonly killedBy?: AbortSignal;
  /** @default "SIGKILL" */
  readonly signal?: NodeJS.Signals;
}

/** Runs terraform while this process goes on, because it answers terraform's questions. */
export async function terraformBeside(
  args: readonly string[],
  { env, cwd, killedBy, signal = "SIGKILL" }: BesideOptions = {},
): Promise<TerraformRun> {
  const run = spawn("terraform", args, { cwd, env: { ...environment(), ...env }, stdio: "pipe" });
  const output = { stdout: "", stderr: "" };
  run.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  run.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    run.on("error", reject);
    run.on("close", resolve);
    killedBy?.addEventListener("abort", () => run.kill(signal));
  });
  return { status, ...output };
}

/** No call home, nothing of the developer's own terraform settings, and less time for freeing memory. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("TF_"));
  return { ...Object.fromEntries(own), CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", GOGC: "400" };
}
