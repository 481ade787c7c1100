import type { Service, Task } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";
import { firingAlarms } from "./alarms";
import type { RunningLook, TargetGroupLook, TargetLook, TaskLook } from "./look";
import { shortName } from "./short-name";
import { readTraffic } from "./traffic";

/** What runs, task by task and target by target: read when a deployment is over, to prove how it ended. */
export async function readRunning(
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<RunningLook> {
  const [tasks, groups, firing] = await Promise.all([
    readTasks(target, ports),
    readGroups(service, ports),
    firingAlarms(target, service, ports),
  ]);
  return { tasks, groups, firing };
}

export async function readTasks(target: DeliveryTarget, ports: AwsPorts): Promise<readonly TaskLook[]> {
  const { cluster, serviceName, container } = target;
  const arns = await ports.ecs.listTasks(cluster, { service: serviceName, desiredStatus: "RUNNING" });
  if (arns.length === 0) return [];
  const tasks = await ports.ecs.describeTasks(cluster, arns);
  return tasks.map((task) => taskLook(task, container));
}

export async function readTargets(groupArn: string, ports: AwsPorts): Promise<readonly TargetLook[]> {
  const targets = await ports.balancers.describeTargetHealth(groupArn);
  return targets.map(({ Target, TargetHealth }) => ({
    address: Target?.Id ?? "",
    state: TargetHealth?.State ?? "unknown",
  }));
}

async function readGroups(service: Service, ports: AwsPorts): Promise<readonly TargetGroupLook[]> {
  const shares = await readTraffic(service, ports.balancers);
  return Promise.all(
    shares.map(async ({ groupArn, percent }) => ({
      arn: groupArn,
      percent,
      targets: percent > 0 ? await readTargets(groupArn, ports) : [],
    })),
  );
}

function taskLook(task: Task, container: string): TaskLook {
  const digest = task.containers?.find(({ name }) => name === container)?.imageDigest;
  const address = task.attachments
    ?.flatMap(({ details }) => details ?? [])
    .find(({ name }) => name === "privateIPv4Address")?.value;
  return {
    id: shortName(task.taskArn ?? ""),
    revisionArn: task.taskDefinitionArn ?? "",
    status: task.lastStatus ?? "",
    ...(digest === undefined ? {} : { digest }),
    ...(address === undefined ? {} : { address }),
    ...(task.healthStatus === undefined ? {} : { health: task.healthStatus }),
  };
}
