import { type Task } from "@aws-sdk/client-ecs";
import {
  type TargetHealthStateEnum,
  type TargetHealthReasonEnum,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { type Region } from "../../region";
import { addEvent, type EcsService } from "../ecs-service";

interface Health {
  readonly state: TargetHealthStateEnum;
  readonly reason?: TargetHealthReasonEnum;
  readonly description?: string;
}

/** What the load balancer says of a target, in its own words. */
export const health = {
  initial: {
    state: "initial",
    reason: "Elb.RegistrationInProgress",
    description: "Target registration is in progress",
  },
  healthy: { state: "healthy" },
  unhealthy: {
    state: "unhealthy",
    reason: "Target.FailedHealthChecks",
    description: "Health checks failed",
  },
  draining: {
    state: "draining",
    reason: "Target.DeregistrationInProgress",
    description: "Target deregistration is in progress",
  },
} as const satisfies Record<string, Health>;

/** Tasks become targets, or what is said of them changes. */
export function setHealth(
  region: Region,
  group: string | undefined,
  port: number | undefined,
  tasks: readonly Task[],
  { state, reason, description }: Health,
): void {
  const targets = group === undefined ? undefined : region.targetGroups.get(group)?.targets;
  for (const task of tasks) {
    const address = addressOf(region, task);
    targets?.set(address, {
      Target: { Id: address, Port: port, AvailabilityZone: task.availabilityZone },
      HealthCheckPort: String(port),
      TargetHealth: { State: state, Reason: reason, Description: description },
    });
  }
}

export function removeTargets(region: Region, group: string | undefined, tasks: readonly Task[]): void {
  const targets = group === undefined ? undefined : region.targetGroups.get(group)?.targets;
  for (const task of tasks) targets?.delete(addressOf(region, task));
}

/** Groups that a task is a target of. */
export function groupsOf(region: Region, task: Task): readonly string[] {
  const address = addressOf(region, task);
  return [...region.targetGroups.values()]
    .filter(({ targets }) => targets.has(address))
    .map(({ arn }) => arn);
}

export function registerTargets(
  region: Region,
  service: EcsService,
  group: string | undefined,
  tasks: readonly Task[],
): void {
  if (group === undefined || tasks.length === 0) return;
  setHealth(region, group, portOf(service), tasks, health.initial);
  addEvent(region, service, `registered ${tasks.length} targets in (target-group ${group})`);
}

/** Port of the application container that targets are registered with. */
export function portOf(service: EcsService): number | undefined {
  return service.loadBalancers[0]?.containerPort;
}

function addressOf(region: Region, task: Task): string {
  return region.tasks.get(task.taskArn ?? "")?.address ?? "";
}
