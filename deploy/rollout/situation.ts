import type { Service } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import type { FoundRollout } from "./find-rollout";

/** How a service is now, for `status`. */
export interface Situation {
  /** Revision that serves production traffic (most of it, while traffic shifts). */
  readonly revisionArn: string;
  readonly tasks: { readonly desired: number; readonly running: number; readonly pending: number };
  readonly underWay?: FoundRollout;
  /** Share of production traffic (percent) that the revision of `underWay` gets. */
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
  void [target, ports];
  return Promise.resolve({
    revisionArn: service.taskDefinition ?? "",
    tasks: {
      desired: service.desiredCount ?? 0,
      running: service.runningCount ?? 0,
      pending: service.pendingCount ?? 0,
    },
    alarmsFiring: [],
  });
}

/** Names of the service's alarms that fire now: a deploy does not start while there are any. */
export async function firingAlarms(
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<readonly string[]> {
  void [target, service, ports];
  return Promise.resolve([]);
}
