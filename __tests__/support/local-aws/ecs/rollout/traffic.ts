import { type Region } from "../../region";
import { type EcsService } from "../ecs-service";
import { updateRecord, type Rollout } from "./rollout";

/** The pair of target groups of a service whose traffic shifts: the first one has production traffic. */
export interface GroupPair {
  readonly blue: string;
  readonly green: string;
}

/** Undefined for rolling services. */
export function groupPair({ loadBalancers }: EcsService): GroupPair | undefined {
  const { targetGroupArn, advancedConfiguration } = loadBalancers[0] ?? {};
  const alternate = advancedConfiguration?.alternateTargetGroupArn;
  return targetGroupArn === undefined || alternate === undefined
    ? undefined
    : { blue: targetGroupArn, green: alternate };
}

/** The percentage of the production rule's traffic that the new tasks get. */
export function shiftProduction(rollout: Rollout, percent: number): void {
  const { region, service, state } = rollout;
  setWeights(region, service, "productionListenerRule", percent);
  const { sourceServiceRevisions = [], targetServiceRevision } = state.record;
  updateRecord(rollout, {
    sourceServiceRevisions: sourceServiceRevisions.map((source) => ({
      ...source,
      requestedProductionTrafficWeight: 100 - percent,
    })),
    targetServiceRevision: { ...targetServiceRevision, requestedProductionTrafficWeight: percent },
  });
}

export function shiftTest(rollout: Rollout, percent: number): void {
  const { region, service, state } = rollout;
  setWeights(region, service, "testListenerRule", percent);
  updateRecord(rollout, {
    targetServiceRevision: {
      ...state.record.targetServiceRevision,
      requestedTestTrafficWeight: percent,
    },
  });
}

/** The groups change places: the service says from now on that the new one is the first. */
export function swapGroups(service: EcsService): void {
  const pair = groupPair(service);
  const [balancer, ...others] = service.loadBalancers;
  if (!pair || !balancer) return;
  service.loadBalancers = [
    {
      ...balancer,
      targetGroupArn: pair.green,
      advancedConfiguration: { ...balancer.advancedConfiguration, alternateTargetGroupArn: pair.blue },
    },
    ...others,
  ];
}

function setWeights(
  region: Region,
  service: EcsService,
  kind: "productionListenerRule" | "testListenerRule",
  percent: number,
): void {
  const pair = groupPair(service);
  const rule = service.loadBalancers[0]?.advancedConfiguration?.[kind];
  if (pair && rule !== undefined)
    forwardAll(region, [rule], { [pair.blue]: 100 - percent, [pair.green]: percent });
}

/** Changes what rules forward to; their other settings stay. */
export function forwardAll(
  region: Region,
  rules: readonly string[],
  weights: Readonly<Record<string, number>>,
): void {
  const TargetGroups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({
    TargetGroupArn,
    Weight,
  }));
  for (const rule of rules.flatMap((arn) => region.rules.get(arn) ?? [])) {
    const [action] = rule.Actions ?? [];
    rule.Actions = [
      { ...action, Type: "forward", ForwardConfig: { ...action?.ForwardConfig, TargetGroups } },
    ];
  }
}
