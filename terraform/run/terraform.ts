import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { asObject } from "../stacks/stack";
import { readDiagnostic, type TerraformDiagnostic } from "./diagnostic";

export interface TerraformRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Of a command that ran with `-json`. */
  readonly diagnostics: readonly TerraformDiagnostic[];
}

/** One line that a command with `-json` prints. */
export type TerraformEvent = Readonly<Record<string, unknown>>;

/** Runs the terraform (or tofu) binary. */
export class Terraform {
  private readonly running = new Set<ChildProcess>();
  private interrupts = 0;

  constructor(
    readonly binary: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get isInterrupted(): boolean {
    return this.interrupts > 0;
  }

  /** The same binary with more variables; an interrupt of either is one of its own. */
  withEnv(env: Readonly<Record<string, string>>): Terraform {
    return new Terraform(this.binary, { ...this.env, ...env });
  }

  /** Runs one command to its end. An interrupted run starts nothing more. */
  async run(
    folder: string,
    args: readonly string[],
    onEvent: (event: TerraformEvent) => void = () => undefined,
  ): Promise<TerraformRun> {
    if (this.isInterrupted) return { code: 1, stdout: "", stderr: "Interrupted.", diagnostics: [] };
    // A process group of its own: the terminal's Ctrl-C would reach Terraform beside our own signal, and two make it stop hard.
    const child = spawn(this.binary, args, {
      cwd: folder,
      env: this.env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    // Reading a plan takes a moment and changes nothing: an interrupted person still learns what was under way.
    if (args[0] !== "show") this.running.add(child);
    const events = args.includes("-json") && args[0] !== "show" && args[0] !== "version";
    const output = events ? readEvents(child, onEvent) : readText(child);
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    const code = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (exitCode) => resolve(exitCode ?? 1));
    }).finally(() => this.running.delete(child));
    return { code, stderr: Buffer.concat(errors).toString("utf8"), ...output() };
  }

  /**
   * Asks Terraform to finish what it is doing and to write its state; asked a second time, Terraform gives up what it is doing and
   * writes what it knows; a third time ends it.
   *
   * @returns how often it was asked.
   */
  interrupt(): number {
    this.interrupts += 1;
    for (const child of this.running) child.kill(this.interrupts < 3 ? "SIGINT" : "SIGKILL");
    return this.interrupts;
  }
}

/** Variables that would move an offline state, or add to commands that we write. */
const ofSomeoneElse = /^TF_(WORKSPACE|DATA_DIR|CLI_ARGS.*)$/;

/** Variables for Terraform: it asks nothing, calls nobody, and takes no settings from a file that is not there. */
export function terraformEnvironment(
  env: NodeJS.ProcessEnv,
  { isOffline, exists }: { readonly isOffline: boolean; readonly exists: (path: string) => boolean },
): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: settings, ...others } = env;
  const kept = Object.entries(others).filter(([name]) => !isOffline || !ofSomeoneElse.test(name));
  return {
    // Terraform lives for a second here: collecting garbage less often takes a quarter off its time, for some MiB more.
    GOGC: "400",
    ...Object.fromEntries(kept),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    ...(settings !== undefined && exists(settings) && { TF_CLI_CONFIG_FILE: settings }),
  };
}

type Output = () => Pick<TerraformRun, "stdout" | "diagnostics">;

function readText(child: ChildProcess): Output {
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => ({ stdout: Buffer.concat(chunks).toString("utf8"), diagnostics: [] });
}

function readEvents(child: ChildProcess, onEvent: (event: TerraformEvent) => void): Output {
  const diagnostics: TerraformDiagnostic[] = [];
  const others: string[] = [];
  if (!child.stdout) return () => ({ stdout: "", diagnostics });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const event = parseEvent(line);
    if (!event) others.push(line);
    else if (event["type"] === "diagnostic") diagnostics.push(readDiagnostic(event["diagnostic"]));
    else onEvent(event);
  });
  return () => ({ stdout: others.join("\n"), diagnostics });
}

/** Some failures come as text before Terraform has read that it should print JSON. */
function parseEvent(line: string): TerraformEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}
