import { type Task, type TaskDefinition } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { taskId } from "./tasks";

/** A container's output, where its `awslogs` configuration sends it. */
export function writeLog(
  region: Region,
  definition: TaskDefinition,
  container: string,
  task: Task,
  lines: readonly string[],
): void {
  const { options = {} } =
    definition.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration ?? {};
  const { "awslogs-group": group, "awslogs-stream-prefix": prefix } = options;
  if (group === undefined || prefix === undefined) return;
  const streams = region.logGroups.get(group);
  const stream = `${prefix}/${container}/${taskId(task)}`;
  const written = lines.map((message, index) => ({ timestamp: region.clock.now() + index, message }));
  streams?.set(stream, [...(streams.get(stream) ?? []), ...written]);
}
