import type { ServiceEvent } from "@aws-sdk/client-ecs";
import type { RolloutProgress } from "../progress/progress";
import type { Report } from "../progress/progress";
import type { Judgement } from "./judge";
import type { ServiceLook, TaskSetLook } from "./look";
import type { StartedRollout } from "./rollout";
import { shortName } from "./short-name";
import type { Sight } from "./take-look";

/** Tells what changes between looks, once: how far the deployment is, and the service's new events. */
export function createTeller(
  rollout: StartedRollout,
  report: Report,
): (sight: Sight, judgement: Judgement) => void {
  const { service } = rollout.target;
  const known = new Set((rollout.before.events ?? []).map(identityOf));
  let told: string | undefined;
  return (sight, judgement) => {
    const news = (sight.service?.events ?? []).filter((event) => !known.has(identityOf(event)));
    // ECS lists the newest first.
    for (const event of news.toReversed()) {
      known.add(identityOf(event));
      report({
        kind: "service-event",
        service,
        at: (event.createdAt ?? new Date(0)).toISOString(),
        message: event.message ?? "",
      });
    }
    const progress = progressOf(rollout, sight, judgement);
    if (progress === undefined || JSON.stringify(progress) === told) return;
    told = JSON.stringify(progress);
    report(progress);
  };
}

function progressOf(
  rollout: StartedRollout,
  { look, targets, trafficPercent }: Sight,
  judgement: Judgement,
): RolloutProgress | undefined {
  const { deployment, service, running } = look;
  if (deployment === undefined) return undefined;
  const set = service?.sets.find(({ revisionArn }) => revisionArn === rollout.revisionArn);
  const alarms = running?.firing ?? deployment.alarms;
  return {
    kind: "rollout",
    service: rollout.target.service,
    deployment: deployment.id,
    status: deployment.status,
    ...(deployment.stage === undefined ? {} : { stage: deployment.stage }),
    tasks: {
      desired: set?.desired ?? 0,
      running: set?.running ?? 0,
      pending: set?.pending ?? 0,
      failed: set?.failed ?? 0,
    },
    ...servingOf(set, service),
    // A success is made sure of in every deployment, mostly within a look or two.
    ...(judgement.kind === "if-it-lasts" &&
      deployment.phase !== "succeeded" && { makesSureSeconds: judgement.seconds }),
    ...(targets === undefined ? {} : { targets }),
    ...(trafficPercent === undefined ? {} : { trafficPercent }),
    ...(alarms.length === 0 ? {} : { alarmsFiring: alarms }),
  };
}

function servingOf(
  own: TaskSetLook | undefined,
  service: ServiceLook | undefined,
): Pick<RolloutProgress, "serving"> {
  const primary = service?.sets.find(({ isPrimary }) => isPrimary);
  if (primary === undefined || primary.id === own?.id) return {};
  if (own !== undefined && own.desired + own.running + own.pending > 0) return {};
  const { revisionArn, desired, running } = primary;
  return { serving: { revision: shortName(revisionArn), desired, running } };
}

function identityOf({ id, createdAt, message }: ServiceEvent): string {
  return id ?? `${createdAt?.getTime()} ${message}`;
}
