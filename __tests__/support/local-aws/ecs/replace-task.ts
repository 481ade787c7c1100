import { type Task } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { type Script } from "../time/clock";
import { addEvent, type EcsService } from "./ecs-service";
import { groupsOf, health, portOf, registerTargets, removeTargets, setHealth } from "./rollout/targets";
import { runTaskContainers, startTask, stopTask, taskId } from "./tasks";

/** A task is lost, and the scheduler starts another one of the same deployment. */
export function* replaceTask(region: Region, service: EcsService, lost: Task): Script {
  const [group] = groupsOf(region, lost);
  const { taskDefinition } = region.taskDefinitions.get(lost.taskDefinitionArn ?? "");
  removeTargets(region, group, [lost]);
  stopTask(region, lost, {
    code: "ServiceSchedulerInitiated",
    reason: "ECS is performing maintenance on the underlying infrastructure hosting the task.",
  });
  yield 1;
  const replacement = startTask(region, {
    cluster: service.cluster,
    taskDefinition,
    group: `service:${service.name}`,
    startedBy: lost.startedBy,
  });
  addEvent(region, service, `has started 1 tasks: (task ${taskId(replacement.task)}).`);
  yield 1;
  if (!runTaskContainers(region, replacement, taskDefinition)) return;
  registerTargets(region, service, group, [replacement.task]);
  yield 1;
  setHealth(region, group, portOf(service), [replacement.task], health.healthy);
}
