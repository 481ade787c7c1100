import type { ContainerDefinition, Task, TaskDefinition } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import type { StoppedTaskProgress } from "../progress/progress";
import { shortName } from "../rollout/short-name";
import { adviceFor } from "./advice";
import { blotOut } from "./blot-out";
import { logPlaceOf } from "./log-place";

/** Which stopped tasks to explain. */
export interface StoppedTasksQuery {
  readonly target: DeliveryTarget;
  /** Only tasks of this revision. */
  readonly revisionArn: string;
  /** ARNs of tasks that were told already. */
  readonly except: ReadonlySet<string>;
  /** How many at most; the newest count. */
  readonly limit: number;
}

/** How many lines of a task's log are shown. */
const shownLines = 15;

/**
 * Why tasks of a revision stopped in the last hour (ECS forgets them then), oldest first. Tasks that ECS stopped because they were not
 * needed any more are none of them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
 */
export async function explainStoppedTasks(
  { target, revisionArn, except, limit }: StoppedTasksQuery,
  ports: AwsPorts,
): Promise<readonly StoppedTaskProgress[]> {
  const listed = await ports.ecs.listTasks(target.cluster, {
    service: target.serviceName,
    desiredStatus: "STOPPED",
  });
  const arns = listed.filter((arn) => !except.has(arn));
  if (arns.length === 0 || limit <= 0) return [];
  const tasks = (await ports.ecs.describeTasks(target.cluster, arns))
    .filter((task) => task.taskDefinitionArn === revisionArn && wasTrouble(task))
    .toSorted((one, other) => (one.stoppedAt?.getTime() ?? 0) - (other.stoppedAt?.getTime() ?? 0))
    .slice(-limit);
  if (tasks.length === 0) return [];
  const definition = (await ports.ecs.describeTaskDefinition(revisionArn))?.taskDefinition;
  return Promise.all(tasks.map((task) => explain(task, target, definition, ports)));
}

/** ECS stops healthy tasks as well: when it scales in, or ends a deployment. */
function wasTrouble({ stopCode, stoppedReason = "" }: Task): boolean {
  return stopCode !== "ServiceSchedulerInitiated" || !/^Scaling activity initiated/i.test(stoppedReason);
}

async function explain(
  task: Task,
  target: DeliveryTarget,
  definition: TaskDefinition | undefined,
  ports: AwsPorts,
): Promise<StoppedTaskProgress> {
  const arn = task.taskArn ?? "";
  const containers = (task.containers ?? []).map(({ name = "", exitCode, reason }) => ({
    name,
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(reason === undefined ? {} : { reason }),
  }));
  const application = definition?.containerDefinitions?.find(({ name }) => name === target.container);
  const lines = await lastLines(application, arn, ports);
  const logLines = blotOut(lines, valuesOf(task, definition));
  const reason = task.stoppedReason ?? "ECS gives no reason";
  const advice = adviceFor({
    reasons: [reason, ...containers.flatMap((container) => container.reason ?? [])],
    exitCodes: exitCodesOf(task, target.container),
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    logLines,
  });
  return {
    kind: "stopped-task",
    service: target.service,
    task: arn,
    reason,
    ...(advice === undefined ? {} : { advice }),
    containers,
    logLines,
  };
}

/** The application's, if it ended: when it does, the others are ended too. */
function exitCodesOf(task: Task, application: string): readonly number[] {
  const own = task.containers?.find(({ name }) => name === application)?.exitCode;
  return own === undefined ? (task.containers ?? []).flatMap(({ exitCode }) => exitCode ?? []) : [own];
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
async function lastLines(
  container: ContainerDefinition | undefined,
  taskArn: string,
  ports: AwsPorts,
): Promise<readonly string[]> {
  const place = logPlaceOf(container);
  if (place === undefined) return [];
  const stream = `${place.streamPrefix}${shortName(taskArn)}`;
  return (await ports.logs.lastLines(place.group, stream, shownLines)).flatMap(({ message }) =>
    message.split("\n"),
  );
}

/** Values of the variables that the task's containers see; those of secrets stay with AWS. */
function valuesOf(task: Task, definition: TaskDefinition | undefined): readonly string[] {
  const containers = [
    ...(definition?.containerDefinitions ?? []),
    ...(task.overrides?.containerOverrides ?? []),
  ];
  return containers.flatMap(({ environment }) => (environment ?? []).flatMap(({ value }) => value ?? []));
}
