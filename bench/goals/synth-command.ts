import { interleave, median } from "../measure/samples";
import type { CommandRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Timing } from "../measure/timing";
import type { Result } from "../result";
import { compare } from "./compare";
import type { Scale } from "./scale";

/** Goal 2: the `cdktf synth` command as we ship it against the same app as `cdktf init` sets it up. */
export function measureSynthCommand(runner: Runner, scale: Scale): Result[] {
  const count = Math.max(...scale.environments);
  const four = interleave(Math.min(scale.rounds, 5), {
    ours: () => runner.synthCommand("four environments", "ours"),
    init: () => runner.synthCommand("four environments", "init"),
  });
  const many = interleave(scale.longRounds, {
    ours: () => runner.synthCommand(count, "ours"),
    init: () => runner.synthCommand(count, "init"),
  });
  const line = (what: string, limit: number) => ({ goal: 2, what: `cdktf synth, ${what}`, limit });
  return [
    compare(line("four environments", 0.55), four.ours.map(wholeProcess), four.init.map(wholeProcess)),
    compare(line(`${count} environments`, 0.3), many.ours.map(wholeProcess), many.init.map(wholeProcess)),
    memory(line(`${count} environments: peak memory`, 400), many.ours, many.init),
  ];
}

function memory(
  line: Pick<Result, "goal" | "what" | "limit">,
  ours: readonly CommandRun[],
  init: readonly CommandRun[],
): Result {
  const peak = (runs: readonly CommandRun[]) => median(runs.map((run) => run.peakMemoryMiB ?? Number.NaN));
  return { ...line, unit: "MiB", value: peak(ours), detail: `as cdktf init: ${Math.round(peak(init))} MiB` };
}

function wholeProcess(run: CommandRun): Timing {
  return run.wholeProcess;
}
