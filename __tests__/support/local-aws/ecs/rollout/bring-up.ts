import { type Task, type TaskDefinition } from "@aws-sdk/client-ecs";
import { type Region } from "../../region";
import { addEvent, type EcsService } from "../ecs-service";
import { type PlannedOutcome } from "../outcome";
import { runTaskContainers, startTask, stopTask, taskId, tasksStartedBy, type TaskState } from "../tasks";
import { writeLog } from "../task-log";
import { updateDeployment, updateRecord, type Rollout } from "./rollout";
import { health, portOf, registerTargets, removeTargets, setHealth } from "./targets";

/** Tasks that are to start together. */
export interface TaskBatch {
  readonly region: Region;
  readonly service: EcsService;
  /** Id of the deployment or task set that starts them. */
  readonly startedBy: string;
  readonly definition: TaskDefinition;
  /** Target group that they join. */
  readonly group: string | undefined;
  readonly outcome: PlannedOutcome;
  /** Told how many tasks failed so far. @returns whether to give up */
  readonly givesUp: (failedTasks: number) => boolean;
}

/**
 * Starts tasks until all that are wanted are healthy, or somebody gives up.
 *
 * @returns whether they are healthy
 */
export function* bringUp(batch: TaskBatch): Generator<number, boolean, void> {
  const { region, service, startedBy, definition, group, outcome } = batch;
  let failedTasks = 0;
  for (;;) {
    const missing = service.desiredCount - tasksStartedBy(region, startedBy).length;
    if (missing <= 0) return true;
    const started = startTasks(batch, missing);
    yield 1;
    const running = started
      .filter((state) => runTaskContainers(region, state, definition))
      .map(({ task }) => task);
    if (outcome.outcome === "crashes" || outcome.outcome === "rollback-fails") crash(batch, running);
    else {
      registerTargets(region, service, group, running);
      yield 1;
      if (outcome.outcome === "never-healthy") yield* neverHealthy(batch, running);
      else setHealth(region, group, portOf(service), running, health.healthy);
    }
    failedTasks += service.desiredCount - tasksStartedBy(region, startedBy).length;
    if (batch.givesUp(failedTasks)) return false;
  }
}

/**
 * Starts the tasks of a deployment; the circuit breaker gives up, without one ECS tries for ever.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function bringUpDeployment(
  rollout: Rollout,
  group: string | undefined,
  outcome: PlannedOutcome = rollout.outcome,
): Generator<number, boolean, void> {
  const { region, service, deployment, definition, state } = rollout;
  const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
  const givesUp = (failedTasks: number): boolean => {
    updateDeployment(region, deployment, { failedTasks });
    updateRecord(rollout, {
      deploymentCircuitBreaker: { ...state.record.deploymentCircuitBreaker, failureCount: failedTasks },
    });
    return (breaker?.enable ?? false) && failedTasks >= breakerThreshold(service.desiredCount);
  };
  const startedBy = deployment.id ?? "";
  return bringUp({ region, service, startedBy, definition, group, outcome, givesUp });
}

/** Failures that the circuit breaker bears. */
export function breakerThreshold(desiredCount: number): number {
  return Math.min(200, Math.max(3, Math.ceil(desiredCount * 0.5)));
}

function startTasks(batch: TaskBatch, count: number): readonly TaskState[] {
  const { region, service, startedBy, definition } = batch;
  const started = Array.from({ length: count }, () =>
    startTask(region, {
      cluster: service.cluster,
      taskDefinition: definition,
      group: `service:${service.name}`,
      startedBy,
    }),
  );
  addEvent(region, service, `has started ${count} tasks: ${listed(started.map(({ task }) => task))}.`);
  return started;
}

function crash({ region, service, outcome, definition }: TaskBatch, tasks: readonly Task[]): void {
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

function* neverHealthy(batch: TaskBatch, tasks: readonly Task[]): Generator<number, void, void> {
  const { region, service, definition, outcome, group } = batch;
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
  region: Region,
  service: EcsService,
  startedBy: readonly string[],
  group: string | undefined,
  initiator: string,
): Generator<number, void, void> {
  const tasks = startedBy.flatMap((id) => tasksStartedBy(region, id));
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
      reason: `Scaling activity initiated by (deployment ${initiator})`,
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
