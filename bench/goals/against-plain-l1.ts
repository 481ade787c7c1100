import { interleave, median } from "../measure/samples";
import type { HowToRun, ProgramRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Timing } from "../measure/timing";
import type { Result } from "../result";
import { compare } from "./compare";
import { firstRun } from "./first-run";
import type { Scale } from "./scale";

const sameTreatment = 1.15;
const asPeopleWriteIt = 1;
const warmRuns = 16;

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
  const line = (what: string, others: readonly ProgramRun[], timing: typeof firstRun, limit?: number) =>
    compare({ goal: 1, what: `${what}, ${loader}`, limit }, ours.map(timing), others.map(timing));
  return [
    line("build and synth; capture off in both", plain, firstRun, sameTreatment),
    line("build and synth; L1 with capture on", captured, firstRun, asPeopleWriteIt),
    line("whole process; capture off in both", plain, wholeProcess, sameTreatment),
    line("whole process; L1 with capture on", captured, wholeProcess, asPeopleWriteIt),
    line("whole process; L1 that checks the environment files too", checked, wholeProcess),
  ];
}

/** The same process again and again, without what a first run compiles. */
function measureWarm(runner: Runner, rounds: number): Result {
  const how = { loader: "precompiled", repeat: rounds === 1 ? 2 : warmRuns } as const;
  const { ours, plain } = interleave(Math.min(rounds, 5), {
    ours: () => runner.program("ours", how),
    plain: () => runner.program("plain-l1", how),
  });
  const what = "build and synth, repeated; capture off in both, precompiled";
  return compare({ goal: 1, what, limit: sameTreatment }, ours.map(laterRuns), plain.map(laterRuns));
}

function laterRuns({ runs: [, ...later] }: ProgramRun): Timing {
  return {
    elapsed: median(later.map(({ elapsed }) => elapsed)),
    processor: median(later.map(({ processor }) => processor)),
  };
}

function wholeProcess(run: ProgramRun): Timing {
  return run.wholeProcess;
}
