import { interleave } from "../measure/samples";
import type { ProgramName, ProgramRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Timing } from "../measure/timing";
import type { Result } from "../result";
import { compare } from "./compare";
import { firstRun } from "./first-run";
import type { Scale } from "./scale";

const linear = 1.1;

/** Goal 3: what a resource costs does not depend on how many there are. */
export function measureGrowth(runner: Runner, { longRounds, environments, services }: Scale): Result[] {
  return [
    ...measureSizes(runner, longRounds, "many-environments", environments),
    ...measureSizes(runner, longRounds, "many-services", services),
  ];
}

/** Compares each size with that of about 1,000 resources, and the largest with the one before it, too. */
function measureSizes(
  runner: Runner,
  rounds: number,
  program: ProgramName,
  sizes: readonly number[],
): Result[] {
  const how = (count: number) => ({ loader: "precompiled", count }) as const;
  const runs = interleave(
    rounds,
    Object.fromEntries(sizes.map((size) => [size, () => runner.program(program, how(size))])),
  );
  const noun = program.replace("many-", "");
  const line = (size: number, other: number, limit?: number) => {
    const [some = [], others = []] = [runs[size], runs[other]];
    const [count, otherCount] = [some[0]?.resources, others[0]?.resources];
    const what = `cost of each resource, ${size} ${noun} (${count}) against ${other} (${otherCount})`;
    return compare({ goal: 3, what, limit }, some.map(perResource), others.map(perResource));
  };
  const [smallest = 0, thousand = 0, ...larger] = sizes;
  const [beforeLargest = thousand, largest = 0] = larger.slice(-2);
  return [
    line(smallest, thousand),
    ...larger.map((size) => line(size, thousand, linear)),
    ...(larger.length > 1 ? [line(largest, beforeLargest, linear)] : []),
  ];
}

function perResource(run: ProgramRun): Timing {
  const { elapsed, processor } = firstRun(run);
  return { elapsed: elapsed / run.resources, processor: processor / run.resources };
}
