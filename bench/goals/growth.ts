import { interleave, median, ratio } from "../measure/samples";
import type { ProgramRun } from "../measure/run-program";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import type { Scale } from "./scale";

const linear = 1.1;

/** Goal 3: what a resource costs does not depend on how many there are. */
export function measureGrowth(runner: Runner, { longRounds, environments, services }: Scale): Result[] {
  const [fewEnvironments, fifty, manyEnvironments] = environments;
  const [fewServices, manyServices] = services;
  const environmentsOf = (count: number) => () => runner.program("many-environments", how(count));
  const servicesOf = (count: number) => () => runner.program("many-services", how(count));
  const perEnvironment = interleave(longRounds, {
    one: environmentsOf(1),
    few: environmentsOf(fewEnvironments),
    fifty: environmentsOf(fifty),
    many: environmentsOf(manyEnvironments),
  });
  const perService = interleave(longRounds, {
    two: servicesOf(2),
    few: servicesOf(fewServices),
    many: servicesOf(manyServices),
  });
  return [
    compare("environments", perEnvironment.one, perEnvironment.few, [1, fewEnvironments], undefined),
    compare("environments", perEnvironment.fifty, perEnvironment.few, [fifty, fewEnvironments], linear),
    compare(
      "environments",
      perEnvironment.many,
      perEnvironment.few,
      [manyEnvironments, fewEnvironments],
      linear,
    ),
    compare("services", perService.two, perService.few, [2, fewServices], undefined),
    compare("services", perService.many, perService.few, [manyServices, fewServices], linear),
  ];
}

function how(count: number) {
  return { loader: "precompiled", count } as const;
}

function compare(
  noun: string,
  some: readonly ProgramRun[],
  others: readonly ProgramRun[],
  [count, otherCount]: readonly [number, number],
  limit: number | undefined,
): Result {
  const costs = some.map(perResource);
  const otherCosts = others.map(perResource);
  const [resources, otherResources] = [some[0]?.resources, others[0]?.resources];
  return {
    goal: 3,
    what: `cost per resource, ${count} ${noun} against ${otherCount}`,
    unit: "×",
    value: ratio(costs, otherCosts),
    limit,
    detail: `${median(costs).toFixed(2)} / ${median(otherCosts).toFixed(2)} ms, ${resources} / ${otherResources} resources`,
  };
}

function perResource({ runs: [first = Number.NaN], resources }: ProgramRun): number {
  return first / resources;
}
