import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Folder of the repository. */
export const repository = join(__dirname, "..", "..");

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** @default - the repository */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs a real command and waits for it; colours and update checks are off. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): CommandResult {
  const { cwd = repository, env = {} } = options;
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      CI: "1",
      FORCE_COLOR: "0",
      TF_CLI_CONFIG_FILE: undefined,
      ...env,
    },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}
