import { interleave, median, ratio } from "../measure/samples";
import type { CommandRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import type { Scale } from "./scale";

/** Goal 2: the `cdktf synth` command as we ship it against the same app as `cdktf init` sets it up. */
export function measureSynthCommand(runner: Runner, scale: Scale): Result[] {
  const [, , count] = scale.environments;
  const four = interleave(Math.min(scale.rounds, 5), {
    ours: () => runner.synthCommand("four environments", "ours"),
    init: () => runner.synthCommand("four environments", "init"),
  });
  const many = interleave(scale.longRounds, {
    ours: () => runner.synthCommand(count, "ours"),
    init: () => runner.synthCommand(count, "init"),
  });
  return [
    compare("cdktf synth, four environments", four.ours, four.init, 0.55),
    compare(`cdktf synth, ${count} environments`, many.ours, many.init, 0.3),
    memory(`peak memory, ${count} environments`, many.ours, many.init, 400),
  ];
}

function compare(
  what: string,
  ours: readonly CommandRun[],
  init: readonly CommandRun[],
  limit: number,
): Result {
  const samples = ours.map((run) => run.wholeProcess);
  const others = init.map((run) => run.wholeProcess);
  const detail = `${(median(samples) / 1000).toFixed(1)} / ${(median(others) / 1000).toFixed(1)} s`;
  return { goal: 2, what, unit: "×", value: ratio(samples, others), limit, detail };
}

function memory(
  what: string,
  ours: readonly CommandRun[],
  init: readonly CommandRun[],
  limit: number,
): Result {
  const peak = (runs: readonly CommandRun[]) => median(runs.map((run) => run.peakMemoryMiB ?? Number.NaN));
  const detail = `as cdktf init: ${Math.round(peak(init))} MiB`;
  return { goal: 2, what, unit: "MiB", value: peak(ours), limit, detail };
}
