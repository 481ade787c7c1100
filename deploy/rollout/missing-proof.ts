import type { Look, RunningLook, ServiceLook, TaskLook } from "./look";
import { shortName } from "./short-name";

/** What a service is claimed to run. */
export interface Claim {
  readonly revisionArn: string;
  /** Of the application container, one of which every task must report; undefined: any. */
  readonly digests?: readonly string[];
  /** Deployment that must be the current one; undefined: any. */
  readonly deployment?: string;
  /** Alarms that may fire; undefined: any. */
  readonly toleratedAlarms?: readonly string[];
}

/** Why a claim is not proved yet. */
export interface Doubt {
  readonly text: string;
  /** Whether it may be gone at the next look without anybody's doing. */
  readonly maySettle: boolean;
}

/** Everything that speaks against a claim; empty only if all of it was looked at and holds. */
export function missingProof(look: Look, claim: Claim): readonly Doubt[] {
  const { service, running } = look;
  if (service === undefined) return [lasting("AWS has no such service")];
  if (running === undefined) return [settling("its tasks were not looked at yet")];
  return conditions.flatMap((condition) => condition({ service, running, claim }));
}

interface Evidence {
  readonly service: ServiceLook;
  readonly running: RunningLook;
  readonly claim: Claim;
}

const conditions: readonly ((evidence: Evidence) => readonly Doubt[])[] = [
  ({ service }) => (service.isActive ? [] : [lasting("the service is being deleted")]),
  ({ service }) =>
    service.desired > 0 ? [] : [lasting("the service is scaled to zero tasks, so that nothing runs")],
  isPrimary,
  isAlone,
  isCurrent,
  ({ service }) =>
    service.running === service.desired
      ? []
      : [settling(`${service.running} of ${service.desired} tasks are running`)],
  ({ service, running }) => {
    const count = running.tasks.filter(isRunning).length;
    return count === service.desired ? [] : [settling(`ECS lists ${count} of ${service.desired} tasks`)];
  },
  runTheRevision,
  runTheDigest,
  areHealthy,
  areBalanced,
  ({ running, claim }) => {
    const alarms = running.firing.filter((name) => !(claim.toleratedAlarms ?? running.firing).includes(name));
    return alarms.length === 0 ? [] : [settling(`alarms are firing: ${alarms.join(", ")}`)];
  },
];

function isPrimary({ service, claim }: Evidence): readonly Doubt[] {
  const primaries = service.sets.filter((set) => set.isPrimary);
  if (primaries.length !== 1) return [settling("the service has no primary deployment")];
  return primaries
    .filter(({ revisionArn }) => revisionArn !== claim.revisionArn)
    .map(({ revisionArn }) => settling(`the service's primary deployment is of ${shortName(revisionArn)}`));
}

function isAlone({ service }: Evidence): readonly Doubt[] {
  return service.sets
    .filter((set) => !set.isPrimary && set.running + set.pending > 0)
    .map((set) => settling(`${set.running + set.pending} tasks of ${shortName(set.revisionArn)} are left`));
}

function isCurrent({ service, claim }: Evidence): readonly Doubt[] {
  const others = [service.currentDeployment, service.sets.find((set) => set.isPrimary)?.madeBy].filter(
    (id) => id !== undefined && claim.deployment !== undefined && id !== claim.deployment,
  );
  return others.map((id) => settling(`another deployment is the current one: ${shortName(id ?? "")}`));
}

function runTheRevision({ running, claim }: Evidence): readonly Doubt[] {
  return running.tasks
    .filter((task) => isRunning(task) && task.revisionArn !== claim.revisionArn)
    .map((task) => settling(`task ${task.id} runs ${shortName(task.revisionArn)}`));
}

function runTheDigest({ running, claim: { digests } }: Evidence): readonly Doubt[] {
  return running.tasks
    .filter((task) => isRunning(task) && digests !== undefined && !digests.includes(task.digest ?? ""))
    .map((task) =>
      task.digest === undefined
        ? settling(`task ${task.id} does not tell the digest of its image yet`)
        : lasting(`task ${task.id} runs the image ${task.digest}`),
    );
}

function areHealthy({ running }: Evidence): readonly Doubt[] {
  return running.tasks
    .filter((task) => isRunning(task) && task.health === "UNHEALTHY")
    .map((task) => settling(`task ${task.id} fails its container's health check`));
}

function areBalanced({ service, running }: Evidence): readonly Doubt[] {
  if (!service.isBalanced) return [];
  const live = running.groups.filter((group) => group.percent > 0);
  if (live.length === 0) return [settling("no target group gets production traffic")];
  const tasks = running.tasks.filter(isRunning);
  return live.flatMap((group) => {
    const healthy = new Set(group.targets.filter(({ state }) => state === "healthy").map((t) => t.address));
    const sound = tasks.filter(({ address }) => address !== undefined && healthy.has(address)).length;
    return sound === tasks.length
      ? []
      : [settling(`${sound} of ${tasks.length} tasks are healthy behind the load balancer`)];
  });
}

function isRunning(task: TaskLook): boolean {
  return task.status === "RUNNING";
}

function settling(text: string): Doubt {
  return { text, maySettle: true };
}

function lasting(text: string): Doubt {
  return { text, maySettle: false };
}
