import { writeFileSync } from "node:fs";
import { TerraformResource, type App } from "cdktf";
import { prepareProcess } from "../../cli/prepare-process";
import { startTiming, type Timing } from "../measure/timing";

/** What the bench tells a program that it measures, as JSON in the variable `BENCH_PROGRAM`. */
export interface ProgramOptions {
  /** File that the program writes its report to. */
  readonly report: string;
  /** @default - what the cdktf command asks for */
  readonly outdir?: string;
  /**
   * How often the program builds and synthesizes in its process.
   *
   * @default 1
   */
  readonly repeat?: number;
  /** How many environments or services, where the program can vary that. */
  readonly count?: number;
  /** Module of the generated L1 program. */
  readonly layout?: string;
}

/** What a program says about itself. */
export interface ProgramReport {
  /** Each run: constructs and files, without starting the process and loading modules. */
  readonly runs: readonly Timing[];
  readonly resources: number;
  readonly peakMemoryMiB: number;
}

export function programOptions(): ProgramOptions {
  return JSON.parse(process.env["BENCH_PROGRAM"] ?? "") as ProgramOptions;
}

/** Builds an app and finishes it, as often as asked for, and writes the report. */
export function measureProgram(
  build: (outdir: string | undefined) => App,
  finish: (app: App) => void = (app) => app.synth(),
): void {
  prepareProcess(process.env);
  const { outdir, repeat = 1 } = programOptions();
  const runs: Timing[] = [];
  let resources = 0;
  for (let run = 0; run < repeat; run += 1) {
    const stop = startTiming();
    const app = build(outdir);
    finish(app);
    runs.push(stop());
    resources = app.node.findAll().filter((node) => TerraformResource.isTerraformResource(node)).length;
  }
  writeReport({ runs, resources });
}

/** Says what was measured, with the memory that the process took so far. */
export function writeReport(measured: Omit<ProgramReport, "peakMemoryMiB">): void {
  const peakMemoryMiB = process.resourceUsage().maxRSS / 1024;
  const text = JSON.stringify({ ...measured, peakMemoryMiB } satisfies ProgramReport);
  writeFileSync(programOptions().report, text);
}
