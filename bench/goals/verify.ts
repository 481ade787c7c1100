import type { ProgramRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import { interleave, median } from "../measure/samples";
import type { Timing } from "../measure/timing";
import type { Result } from "../result";
import { compare } from "./compare";
import { firstRun } from "./first-run";
import type { Scale } from "./scale";

const linear = 1.1;
const goal = 5;

/** Goal 5, the part about reviews: every rule and who reaches whom, of environments with twenty services. */
export function measureVerify(runner: Runner, { longRounds, verifiedEnvironments: sizes }: Scale): Result[] {
  const runs = interleave(
    longRounds,
    Object.fromEntries(
      sizes.map((count) => [count, () => runner.program("verify", { loader: "precompiled", count })]),
    ),
  );
  const [few, ...larger] = sizes;
  return [
    ...sizes.map((size) => seconds(size, runs[size] ?? [])),
    ...larger.map((size) => {
      const what = `verify: cost of each environment, ${size} against ${few}`;
      const each = (count: number) => (runs[count] ?? []).map((run) => perEnvironment(run, count));
      return compare({ goal, what, limit: linear }, each(size), each(few));
    }),
  ];
}

function seconds(size: number, runs: readonly ProgramRun[]): Result {
  const value = median(runs.map((run) => perEnvironment(run, size).elapsed)) / 1000;
  const what = `verify and reachability, each of ${size} environments with 20 services`;
  const memory = median(runs.map(({ peakMemoryMiB }) => peakMemoryMiB));
  const detail = `${runs[0]?.resources ?? 0} resources; peak ${memory.toFixed(0)} MiB with synthesis`;
  return { goal, what, limit: 0.5, unit: "s", value, detail };
}

function perEnvironment(run: ProgramRun, count: number): Timing {
  const { elapsed, processor } = firstRun(run);
  return { elapsed: elapsed / count, processor: processor / count };
}
