import { spawn } from "node:child_process";
import { type CommandOptions, type CommandResult, repository } from "./run-command";

export interface BesideOptions extends CommandOptions {
  /** Sends the program a signal, once, as CI does that cancels a job, as soon as it has said this. */
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
  let isToEnd = ending !== undefined;
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      if (!ending || !isToEnd || !output[name].includes(ending.after)) return;
      isToEnd = false;
      child.kill(ending.signal);
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { status, ...output };
}
