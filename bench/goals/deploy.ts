import type { Runner } from "../measure/runner";
import { median, ratio } from "../measure/samples";
import type { DeployRun } from "../programs/deploy";
import type { Result } from "../result";
import type { Scale } from "./scale";

const goal = 8;

/** Goal 8: from `ecs-env deploy` to the first UpdateService, and how many calls of AWS that takes. */
export function measureDeploy(runner: Runner, { rounds }: Scale): Result[] {
  const { ours, least } = runner.deploys(rounds);
  const times = (runs: readonly DeployRun[]) => runs.map(({ untilUpdate }) => untilUpdate);
  const [one] = ours;
  const calls = one?.calls ?? [];
  return [
    {
      goal,
      what: "deploy: until the first UpdateService",
      unit: "s",
      value: median(times(ours)) / 1000,
      limit: 1,
      detail: "a process of its own, everything checked before",
    },
    {
      goal,
      what: "deploy: the same against a script that checks nothing",
      unit: "×",
      value: ratio(times(ours), times(least)),
      limit: undefined,
      detail: `${median(times(ours)).toFixed(0)} / ${median(times(least)).toFixed(0)} ms`,
    },
    {
      goal,
      what: "deploy: calls until then, against that script's",
      unit: "×",
      value: calls.length / (least[0]?.calls.length ?? Number.NaN),
      limit: undefined,
      detail: `${calls.length}: ${counted(calls)}; ${one?.callsAfter ?? 0} after it`,
    },
  ];
}

function counted(calls: readonly string[]): string {
  const names = calls.map((call) => call.replace(/^\w+:/, ""));
  return [...new Set(names)]
    .map((name) => [name, names.filter((one) => one === name).length] as const)
    .map(([name, count]) => (count === 1 ? name : `${count} ${name}`))
    .join(", ");
}
