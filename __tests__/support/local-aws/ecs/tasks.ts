import {
  type Container,
  type RunTaskRequest,
  type Task,
  type TaskDefinition,
  type TaskStopCode,
} from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { pullImage } from "./pull-image";

/** A task and where it gets its traffic from. */
export interface TaskState {
  readonly task: Task;
  /** Private address. */
  readonly address: string;
}

export interface TaskSettings {
  readonly cluster: string;
  readonly taskDefinition: TaskDefinition;
  /** `service:<name>` or `family:<name>`. */
  readonly group: string;
  /** Id of the deployment or task set, or what a caller of RunTask says. */
  readonly startedBy?: string;
  readonly overrides?: RunTaskRequest["overrides"];
  readonly tags?: RunTaskRequest["tags"];
}

/** Begins a task; it is not running yet. */
export function startTask(region: Region, settings: TaskSettings): TaskState {
  const { cluster, taskDefinition, group, startedBy, overrides, tags } = settings;
  const id = region.ids.hex(32);
  const taskArn = region.arn("ecs", `task/${cluster}/${id}`);
  const address = region.ids.address();
  const state: TaskState = {
    address,
    task: {
      taskArn,
      clusterArn: region.arn("ecs", `cluster/${cluster}`),
      taskDefinitionArn: taskDefinition.taskDefinitionArn,
      group,
      startedBy,
      overrides: overrides ?? { containerOverrides: [], inferenceAcceleratorOverrides: [] },
      tags: tags ?? [],
      attachments: [networkInterface(region, address)],
      availabilityZone: `${region.name}a`,
      capacityProviderName: "FARGATE",
      launchType: "FARGATE",
      platformVersion: "1.4.0",
      platformFamily: "Linux",
      cpu: taskDefinition.cpu,
      memory: taskDefinition.memory,
      connectivity: "CONNECTED",
      createdAt: region.clock.date(),
      desiredStatus: "RUNNING",
      lastStatus: "PROVISIONING",
      healthStatus: "UNKNOWN",
      version: 1,
      containers: (taskDefinition.containerDefinitions ?? []).map(
        ({ name = "", image = "", cpu = 0 }): Container => ({
          containerArn: region.arn("ecs", `container/${cluster}/${id}/${region.ids.uuid()}`),
          taskArn,
          name,
          image,
          lastStatus: "PENDING",
          healthStatus: "UNKNOWN",
          networkInterfaces: [{ attachmentId: id, privateIpv4Address: address }],
          cpu: String(cpu),
        }),
      ),
    },
  };
  region.tasks.set(taskArn, state);
  return state;
}

/** The images are pulled and the containers run, unless a pull fails: then the task has stopped. */
export function runTaskContainers(
  region: Region,
  { task }: TaskState,
  definition: TaskDefinition,
  pull: typeof pullImage = pullImage,
): boolean {
  if (task.lastStatus === "STOPPED") return false;
  task.pullStartedAt = region.clock.date();
  for (const container of task.containers ?? []) {
    const pulled = pull(region, container.image ?? "", definition);
    if ("failure" in pulled) {
      container.reason = pulled.failure;
      stopTask(region, task, { code: "TaskFailedToStart", reason: pulled.failure });
      return false;
    }
    container.imageDigest = pulled.digest;
    container.runtimeId = `${region.ids.hex(32)}-0123456789`;
    container.lastStatus = "RUNNING";
  }
  task.pullStoppedAt = region.clock.date();
  task.startedAt = region.clock.date();
  task.lastStatus = "RUNNING";
  return true;
}

export interface Stop {
  readonly code: TaskStopCode;
  readonly reason: string;
  /** By container. */
  readonly exitCodes?: Readonly<Record<string, number>>;
}

export function stopTask(region: Region, task: Task, { code, reason, exitCodes }: Stop): void {
  if (task.lastStatus === "STOPPED") return;
  const hadStarted = task.lastStatus === "RUNNING";
  const now = region.clock.date();
  Object.assign(task, {
    desiredStatus: "STOPPED",
    lastStatus: "STOPPED",
    stopCode: code,
    stoppedReason: reason,
    stoppingAt: now,
    executionStoppedAt: now,
    stoppedAt: now,
  } satisfies Partial<Task>);
  for (const container of task.containers ?? []) {
    container.lastStatus = "STOPPED";
    if (hadStarted) container.exitCode = exitCodes?.[container.name ?? ""] ?? 143;
  }
}

/** Tasks of a deployment or task set that ECS wants to run. */
export function tasksStartedBy(region: Region, startedBy: string): readonly Task[] {
  return [...region.tasks.values()]
    .map(({ task }) => task)
    .filter((task) => task.startedBy === startedBy && task.desiredStatus === "RUNNING");
}

/** Last part of the ARN. */
export function taskId(task: Task): string {
  return task.taskArn?.split("/").at(-1) ?? "";
}

function networkInterface(region: Region, address: string): NonNullable<Task["attachments"]>[number] {
  const id = region.ids.hex(17);
  return {
    id: region.ids.uuid(),
    type: "ElasticNetworkInterface",
    status: "ATTACHED",
    details: [
      { name: "networkInterfaceId", value: `eni-${id}` },
      { name: "privateIPv4Address", value: address },
    ],
  };
}
