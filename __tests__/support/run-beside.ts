import { spawn } from "node:child_process";
import { type CommandOptions, type CommandResult, repository } from "./run-command";

export interface BesideOptions extends CommandOptions {
  /** Sends the program a signal, as CI does that cancels a job, as soon as it has said this on standard error. */
  readonly ending?: { readonly signal: NodeJS.Signals; readonly after: string };
}

/** The same as `runCommand` while this process goes on, because it answers what the program asks. */
export async function runBeside(
  command: string,
  args: readonly string[],
  { cwd = repository, env = {}, ending }: BesideOptions = {},
): Promise<CommandResult> {
  const own = { ...process.env, CI: "1", FORCE_COLOR: "0", TF_CLI_CONFIG_FILE: undefined };
  const child = spawn(command, args, { cwd, env: { ...own, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
    if (ending && output.stderr.includes(ending.after)) child.kill(ending.signal);
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { status, ...output };
}
