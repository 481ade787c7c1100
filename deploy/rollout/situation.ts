import type { Service } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import { firingAlarms } from "./alarms";
import { findRolloutUnderWay, type FoundRollout } from "./find-rollout";
import { readTargets } from "./running-look";
import { readTraffic, type TrafficShare } from "./traffic";

/** How a service is now, for `status`. */
export interface Situation {
  /** Revision that serves production traffic: most of it, while traffic shifts. */
  readonly revisionArn: string;
  readonly tasks: { readonly desired: number; readonly running: number; readonly pending: number };
  readonly underWay?: FoundRollout;
  /** Share of production traffic (percent) that the revision of `underWay` gets, as far as AWS tells. */
  readonly trafficPercent?: number;
  /** Targets of the groups that get production traffic; absent without a load balancer. */
  readonly targets?: { readonly healthy: number; readonly total: number };
  readonly alarmsFiring: readonly string[];
}

export async function describeSituation(
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<Situation> {
  const [underWay, traffic, alarmsFiring] = await Promise.all([
    findRolloutUnderWay(target, service, ports),
    readTraffic(service, ports.balancers),
    firingAlarms(target, service, ports),
  ]);
  const targets = await liveTargets(traffic, ports);
  const trafficPercent = underWay && percentOf(target, underWay, traffic);
  return {
    revisionArn: servingRevision(service, underWay, trafficPercent),
    tasks: {
      desired: service.desiredCount ?? 0,
      running: service.runningCount ?? 0,
      pending: service.pendingCount ?? 0,
    },
    ...(underWay === undefined ? {} : { underWay }),
    ...(trafficPercent === undefined ? {} : { trafficPercent }),
    ...(targets === undefined ? {} : { targets }),
    alarmsFiring,
  };
}

function percentOf(
  target: DeliveryTarget,
  underWay: FoundRollout,
  traffic: readonly TrafficShare[],
): number | undefined {
  if (
    target.strategy === "rolling" ||
    underWay.trafficPercent !== undefined ||
    underWay.groups.length === 0
  ) {
    return underWay.trafficPercent;
  }
  return traffic.find(({ groupArn }) => underWay.groups.includes(groupArn))?.percent ?? 0;
}

/** Under way, ECS calls the new revision the primary one before it serves, and CodeDeploy only some time after. */
function servingRevision(
  service: Service,
  underWay: FoundRollout | undefined,
  trafficPercent: number | undefined,
): string {
  if (underWay !== undefined && (trafficPercent ?? 0) > 50) return underWay.revisionArn;
  const set = service.taskSets?.find(({ status }) => status === "PRIMARY")?.taskDefinition;
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY")?.taskDefinition;
  return set ?? underWay?.before.taskDefinition ?? primary ?? service.taskDefinition ?? "";
}

async function liveTargets(traffic: readonly TrafficShare[], ports: AwsPorts): Promise<Situation["targets"]> {
  const groups = traffic.filter(({ percent }) => percent > 0);
  if (groups.length === 0) return undefined;
  const targets = (await Promise.all(groups.map(({ groupArn }) => readTargets(groupArn, ports)))).flat();
  const counted = targets.filter(({ state }) => state !== "draining");
  return { healthy: counted.filter(({ state }) => state === "healthy").length, total: counted.length };
}
