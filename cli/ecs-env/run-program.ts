import { spawn } from "node:child_process";

export interface ProgramOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether the program is a line for the shell. */
  readonly shell?: boolean;
  /** Ends the program early, with all that it has started: it runs in a process group of its own. */
  readonly interrupted?: AbortSignal;
}

export interface ProgramResult {
  /** Absent when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. @throws when it cannot be started. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env, shell = false, interrupted }: ProgramOptions,
): Promise<ProgramResult> {
  // A shell that is killed alone leaves its command behind. Windows has no groups.
  const hasGroup = interrupted !== undefined && process.platform !== "win32";
  const child = spawn(program, args, {
    cwd,
    env,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
    detached: hasGroup,
  });
  const end = () => (hasGroup && child.pid !== undefined ? process.kill(-child.pid) : child.kill());
  if (interrupted?.aborted) end();
  interrupted?.addEventListener("abort", end);
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      interrupted?.removeEventListener("abort", end);
      done({ code, ...output });
    });
  });
}
