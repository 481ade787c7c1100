import { type Task } from "@aws-sdk/client-ecs";
import { addEvent } from "../ecs-service";
import { type Outcome } from "../outcome";
import { runTaskContainers, startTask, stopTask, taskId, tasksStartedBy, type TaskState } from "../tasks";
import { writeLog } from "../task-log";
import { updateDeployment, updateRecord, type Rollout } from "./rollout";
import { health, portOf, registerTargets, removeTargets, setHealth } from "./targets";

/**
 * Starts the tasks of a deployment until all that are wanted are healthy, or the circuit breaker has seen enough; without one it
 * tries for ever, as ECS does.
 *
 * @returns whether they are healthy
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function* bringUp(
  rollout: Rollout,
  group: string | undefined,
  outcome: Outcome = rollout.outcome.outcome,
): Generator<number, boolean, void> {
  const { region, service, deployment } = rollout;
  const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
  for (;;) {
    const missing = service.desiredCount - tasksStartedBy(region, deployment.id ?? "").length;
    if (missing <= 0) return true;
    const started = startTasks(rollout, missing);
    yield 1;
    const failed = started.filter((state) => !runTaskContainers(region, state, rollout.definition));
    const running = started.filter((state) => !failed.includes(state)).map(({ task }) => task);
    if (outcome === "crashes" || outcome === "rollback-fails") crash(rollout, running);
    else {
      registerTargets(region, service, group, running);
      yield 1;
      if (outcome === "never-healthy") yield* neverHealthy(rollout, group, running);
      else setHealth(region, group, portOf(service), running, health.healthy);
    }
    const alive = tasksStartedBy(region, deployment.id ?? "").length;
    const failedTasks = (deployment.failedTasks ?? 0) + service.desiredCount - alive;
    updateDeployment(region, deployment, { failedTasks });
    updateRecord(rollout, {
      deploymentCircuitBreaker: {
        ...rollout.state.record.deploymentCircuitBreaker,
        failureCount: failedTasks,
      },
    });
    if (breaker?.enable && failedTasks >= breakerThreshold(service.desiredCount)) return false;
  }
}

/** Failures that the circuit breaker bears. */
export function breakerThreshold(desiredCount: number): number {
  return Math.min(200, Math.max(3, Math.ceil(desiredCount * 0.5)));
}

function startTasks(rollout: Rollout, count: number): readonly TaskState[] {
  const { region, service, deployment, definition } = rollout;
  const started = Array.from({ length: count }, () =>
    startTask(region, {
      cluster: service.cluster,
      taskDefinition: definition,
      group: `service:${service.name}`,
      startedBy: deployment.id,
    }),
  );
  addEvent(region, service, `has started ${count} tasks: ${listed(started.map(({ task }) => task))}.`);
  return started;
}

function crash({ region, service, outcome, definition }: Rollout, tasks: readonly Task[]): void {
  const { exitCode = 1, logLines = ["Error: could not start"] } = outcome;
  const container = applicationContainer(service.loadBalancers[0]?.containerName, service.name, tasks);
  for (const task of tasks) {
    writeLog(region, definition, container, task, logLines);
    stopTask(region, task, {
      code: "EssentialContainerExited",
      reason: "Essential container in task exited",
      exitCodes: { [container]: exitCode },
    });
  }
}

function* neverHealthy(
  rollout: Rollout,
  group: string | undefined,
  tasks: readonly Task[],
): Generator<number, void, void> {
  const { region, service, definition, outcome } = rollout;
  const port = portOf(service);
  setHealth(region, group, port, tasks, health.unhealthy);
  const container = applicationContainer(service.loadBalancers[0]?.containerName, service.name, tasks);
  for (const task of tasks) writeLog(region, definition, container, task, outcome.logLines ?? ["listening"]);
  yield 1;
  const reason =
    group === undefined
      ? "Task failed container health checks"
      : `Task failed ELB health checks in (target-group ${group})`;
  for (const task of tasks) {
    if (group !== undefined)
      addEvent(
        region,
        service,
        `(task ${taskId(task)}) (port ${port}) is unhealthy in (target-group ${group}) due to (reason Health checks failed).`,
      );
    stopTask(region, task, { code: "ServiceSchedulerInitiated", reason });
  }
  removeTargets(region, group, tasks);
  addEvent(region, service, `has stopped ${tasks.length} running tasks: ${listed(tasks)}.`);
}

/** Takes tasks out of service: connections drain, then they stop. */
export function* retire(
  rollout: Rollout,
  deploymentIds: readonly string[],
  group: string | undefined,
): Generator<number, void, void> {
  const { region, service } = rollout;
  const tasks = deploymentIds.flatMap((id) => tasksStartedBy(region, id));
  if (tasks.length === 0) return;
  if (group !== undefined) {
    setHealth(region, group, portOf(service), tasks, health.draining);
    addEvent(region, service, `has begun draining connections on ${tasks.length} tasks.`);
    addEvent(region, service, `deregistered ${tasks.length} targets in (target-group ${group})`);
  }
  yield 1;
  for (const task of tasks)
    stopTask(region, task, {
      code: "ServiceSchedulerInitiated",
      reason: `Scaling activity initiated by (deployment ${rollout.deployment.id})`,
    });
  removeTargets(region, group, tasks);
  addEvent(region, service, `has stopped ${tasks.length} running tasks: ${listed(tasks)}.`);
}

function applicationContainer(
  balanced: string | undefined,
  service: string,
  [task]: readonly Task[],
): string {
  const names = (task?.containers ?? []).map(({ name }) => name);
  return balanced ?? (names.includes(service) ? service : (names[0] ?? service));
}

function listed(tasks: readonly Task[]): string {
  return tasks.map((task) => `(task ${taskId(task)})`).join(" ");
}
