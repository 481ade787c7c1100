import type { Service } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import { firingAlarms } from "./alarms";
import { findRolloutUnderWay, type FoundRollout } from "./find-rollout";
import { readTargets } from "./running-look";
import { readTraffic } from "./traffic";

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
  const [underWay, targets, alarmsFiring] = await Promise.all([
    findRolloutUnderWay(target, service, ports),
    liveTargets(service, ports),
    firingAlarms(target, service, ports),
  ]);
  return {
    revisionArn: servingRevision(service, underWay),
    tasks: {
      desired: service.desiredCount ?? 0,
      running: service.runningCount ?? 0,
      pending: service.pendingCount ?? 0,
    },
    ...(underWay === undefined ? {} : { underWay }),
    ...(underWay?.trafficPercent === undefined ? {} : { trafficPercent: underWay.trafficPercent }),
    ...(targets === undefined ? {} : { targets }),
    alarmsFiring,
  };
}

/** Under way, ECS calls the new revision the primary one before it serves. */
function servingRevision(service: Service, underWay: FoundRollout | undefined): string {
  const set = service.taskSets?.find(({ status }) => status === "PRIMARY")?.taskDefinition;
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY")?.taskDefinition;
  const isShifted = (underWay?.trafficPercent ?? 0) > 50;
  const before = underWay === undefined || isShifted ? undefined : underWay.before.taskDefinition;
  return set ?? before ?? primary ?? service.taskDefinition ?? "";
}

async function liveTargets(service: Service, ports: AwsPorts): Promise<Situation["targets"]> {
  const groups = (await readTraffic(service, ports.balancers)).filter(({ percent }) => percent > 0);
  if (groups.length === 0) return undefined;
  const targets = (await Promise.all(groups.map(({ groupArn }) => readTargets(groupArn, ports)))).flat();
  const counted = targets.filter(({ state }) => state !== "draining");
  return { healthy: counted.filter(({ state }) => state === "healthy").length, total: counted.length };
}
