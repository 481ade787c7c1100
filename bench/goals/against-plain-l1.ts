import { interleave, median, ratio } from "../measure/samples";
import type { HowToRun, ProgramRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import type { Scale } from "./scale";

const sameTreatment = 1.15;
const asPeopleWriteIt = 1;
const warmRuns = 8;

/** Goal 1: our four environments against the same resources as plain L1 calls. */
export function measureAgainstPlainL1(runner: Runner, { rounds }: Scale): Result[] {
  return [
    ...measureLoader(runner, rounds, "ts-node"),
    ...measureLoader(runner, rounds, "precompiled"),
    measureWarm(runner, rounds),
  ];
}

function measureLoader(runner: Runner, rounds: number, loader: HowToRun["loader"]): Result[] {
  const { ours, plain, captured, checked } = interleave(rounds, {
    ours: () => runner.program("ours", { loader }),
    plain: () => runner.program("plain-l1", { loader }),
    checked: () => runner.program("checked-l1", { loader }),
    captured: () => runner.program("plain-l1", { loader, capture: true }),
  });
  const process = `whole process, ${loader}`;
  const synth = `build and synth, ${loader}`;
  return [
    compare(`${process}; capture off in both`, ours, plain, wholeProcess, sameTreatment),
    compare(`${process}; L1 that checks the environment files too`, ours, checked, wholeProcess, undefined),
    compare(`${synth}; capture off in both`, ours, plain, firstRun, sameTreatment),
    compare(`${process}; L1 with capture on`, ours, captured, wholeProcess, asPeopleWriteIt),
    compare(`${synth}; L1 with capture on`, ours, captured, firstRun, asPeopleWriteIt),
  ];
}

/** The same process again and again, without what a first run compiles. */
function measureWarm(runner: Runner, rounds: number): Result {
  const how = { loader: "precompiled", repeat: rounds === 1 ? 2 : warmRuns } as const;
  const { ours, plain } = interleave(Math.min(rounds, 5), {
    ours: () => runner.program("ours", how),
    plain: () => runner.program("plain-l1", how),
  });
  const laterRuns = ({ runs }: ProgramRun) => median(runs.slice(1));
  return compare("build and synth, repeated; capture off in both", ours, plain, laterRuns, sameTreatment);
}

function compare(
  what: string,
  ours: readonly ProgramRun[],
  others: readonly ProgramRun[],
  milliseconds: (run: ProgramRun) => number,
  limit: number | undefined,
): Result {
  const samples = ours.map(milliseconds);
  const otherSamples = others.map(milliseconds);
  return {
    goal: 1,
    what,
    unit: "×",
    value: ratio(samples, otherSamples),
    limit,
    detail: `${Math.round(median(samples))} / ${Math.round(median(otherSamples))} ms`,
  };
}

function wholeProcess(run: ProgramRun): number {
  return run.wholeProcess;
}

function firstRun({ runs: [first = Number.NaN] }: ProgramRun): number {
  return first;
}
