import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { keepTracesVariable } from "../../cli/prepare-process";
import type { ProgramOptions, ProgramReport } from "../programs/measured-program";
import { timeChildren, type Timing } from "./timing";
import { repository, type Workshop } from "./workshop";

/** How a program of `bench/programs/` is run. */
export interface HowToRun extends Pick<ProgramOptions, "repeat" | "count"> {
  /** `ts-node`, as this repository ships it, or compiled beforehand. */
  readonly loader: "ts-node" | "precompiled";
  /**
   * Leaves cdktf's stack capture on, as in every project that does not stop it.
   *
   * @default false
   */
  readonly capture?: boolean;
}

export interface ProgramRun extends ProgramReport {
  /** From starting the process to its end. */
  readonly wholeProcess: Timing;
}

/** Programs of `bench/programs/`. */
export type ProgramName =
  | "ours"
  | "review"
  | "plain-l1"
  | "checked-l1"
  | "many-environments"
  | "many-services"
  | "offline-plan"
  | "verify";

/** Runs a program in a process of its own. */
export function runProgram(workshop: Workshop, program: ProgramName, how: HowToRun): ProgramRun {
  const { loader, capture = false, repeat, count } = how;
  const isCompiled = loader === "precompiled";
  const { options, outdir, report } = prepareOptions(workshop, { repeat, count });
  const layout = isCompiled ? join(workshop.compiled, "l1", "layout.js") : workshop.layout;
  const file = isCompiled
    ? [join(workshop.compiled, "bench", "programs", `${program}.js`)]
    : ["-r", "ts-node/register", join("bench", "programs", `${program}.ts`)];
  const wholeProcess = timeCommand(process.execPath, file, {
    BENCH_PROGRAM: JSON.stringify({ ...options, outdir, layout }),
    [keepTracesVariable]: capture ? "1" : "",
  });
  return { wholeProcess, ...readReport(report) };
}

export interface CommandRun {
  readonly wholeProcess: Timing;
  /** Of the app that the command starts; absent for `main.ts`, which does not report. */
  readonly peakMemoryMiB?: number;
}

/** Runs `cdktf synth` on our four environments, or on many: as this repository ships it, or as `cdktf init` sets projects up. */
export function runSynthCommand(
  workshop: Workshop,
  environments: "four environments" | number,
  setup: "ours" | "init",
): CommandRun {
  const isOurApp = environments === "four environments";
  const app = isOurApp ? "main.ts" : "bench/programs/many-environments.ts";
  const count = isOurApp ? undefined : environments;
  const { options, outdir, report } = prepareOptions(workshop, { count });
  const isInit = setup === "init";
  const start = isInit ? "npx ts-node" : "node -r ts-node/register";
  const command = join(repository, "node_modules", ".bin", "cdktf");
  const wholeProcess = timeCommand(command, ["synth", "--app", `${start} ${app}`, "--output", outdir], {
    BENCH_PROGRAM: JSON.stringify(options),
    [keepTracesVariable]: isInit ? "1" : "",
    TS_NODE_PROJECT: isInit ? workshop.typeCheckingProject : "",
  });
  return isOurApp ? { wholeProcess } : { wholeProcess, ...readReport(report) };
}

/** Runs `ecs-env plan --offline` as this repository ships it, for one environment or all of them. */
export function runPlanCommand({ folder }: Workshop, environment: string | undefined): Timing {
  const target = environment === undefined ? [] : [environment];
  const where = ["--out", join(folder, "plan-out"), "--world", join(folder, "plan-world")];
  const command = [
    "-r",
    "ts-node/register",
    join("cli", "ecs-env.ts"),
    "plan",
    ...target,
    "--offline",
    ...where,
  ];
  return timeCommand(process.execPath, command, {}, [0, 2]);
}

/** Runs a command in the repository. */
function timeCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  expected: readonly (number | null)[] = [0],
): Timing {
  return timeChildren(() => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: repository,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1", ...env },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    if (!expected.includes(status))
      throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  });
}

/** An empty output folder for every run, so that all do the same work. */
function prepareOptions({ folder }: Workshop, options: Pick<ProgramOptions, "repeat" | "count">) {
  const outdir = join(folder, "out");
  const report = join(folder, "report.json");
  rmSync(outdir, { recursive: true, force: true });
  rmSync(report, { force: true });
  return { outdir, report, options: { ...options, report } satisfies ProgramOptions };
}

function readReport(path: string): ProgramReport {
  return JSON.parse(readFileSync(path, "utf8")) as ProgramReport;
}
