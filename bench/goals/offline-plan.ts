import { interleave, median } from "../measure/samples";
import type { ProgramRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import { compare } from "./compare";
import type { Scale } from "./scale";

const linear = 1.2;
const goal = 5;

/**
 * Goal 5, the part about plans: `ecs-env plan --offline` by the clock, because people wait for it; and what an environment costs
 * among many, terraform included.
 */
export function measureOfflinePlan(runner: Runner, scale: Scale): Result[] {
  if (!runner.hasTerraform) {
    const detail = "there is no terraform in PATH";
    return [{ goal, what: "plan --offline", limit: 3, unit: "s", value: undefined, detail }];
  }
  const { one, all } = interleave(Math.min(scale.rounds, 5), {
    one: () => runner.planCommand("dev"),
    all: () => runner.planCommand(undefined),
  });
  const seconds = (what: string, limit: number, samples: typeof one): Result => {
    const value = median(samples.map(({ elapsed }) => elapsed)) / 1000;
    const processor = median(samples.map((timing) => timing.processor)) / 1000;
    return { goal, what, limit, unit: "s", value, detail: `${processor.toFixed(1)} s of processor time` };
  };
  return [
    seconds("ecs-env plan dev --offline, synthesis included", 3, one),
    seconds("ecs-env plan --offline, all four, synthesis included", 10, all),
    ...measureSizes(runner, scale),
  ];
}

function measureSizes(runner: Runner, { offlineRounds, offlineEnvironments: sizes }: Scale): Result[] {
  const runs = interleave(
    offlineRounds,
    Object.fromEntries(
      sizes.map((count) => [count, () => runner.program("offline-plan", { loader: "precompiled", count })]),
    ),
  );
  const [smallest, few, ...larger] = sizes;
  const line = (size: number, other: number, limit?: number): Result => {
    const what = `offline plan: cost of each environment, ${size} against ${other}`;
    return compare({ goal, what, limit }, perEnvironment(runs, size), perEnvironment(runs, other));
  };
  return [
    line(smallest, few),
    ...larger.map((size) => line(size, few, linear)),
    ...sizes.map((size) => memory(size, runs[size] ?? [])),
  ];
}

/** Terraform is a child of the program: only the whole process has all of its processor time. */
function perEnvironment(runs: Readonly<Record<string, readonly ProgramRun[]>>, size: number) {
  return (runs[size] ?? []).map(({ wholeProcess: { elapsed, processor } }) => ({
    elapsed: elapsed / size,
    processor: processor / size,
  }));
}

function memory(size: number, runs: readonly ProgramRun[]): Result {
  const value = median(runs.map(({ peakMemoryMiB }) => peakMemoryMiB));
  const seconds = median(runs.map(({ runs: [first] }) => (first?.elapsed ?? Number.NaN) / 1000));
  const resources = runs[0]?.resources ?? 0;
  const what = `offline plan of ${size} environments: peak memory of our process`;
  const detail = `${resources} resources, ${seconds.toFixed(1)} s`;
  return { goal, what, limit: undefined, unit: "MiB", value, detail };
}
