import {
  type DescribeTasksCommandInput,
  type DescribeTasksCommandOutput,
  type ListTasksCommandInput,
  type ListTasksCommandOutput,
  type RunTaskCommandInput,
  type RunTaskCommandOutput,
  type StopTaskCommandInput,
  type StopTaskCommandOutput,
} from "@aws-sdk/client-ecs";
import { copyOf } from "../copy-of";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { clusterName, findService } from "./ecs-service";
import { oneOffTask } from "./one-off-task";
import { startTask, stopTask } from "./tasks";

export const taskOperations: Operations = {
  "ecs:ListTasks": operation<ListTasksCommandInput, ListTasksCommandOutput>(
    (
      { region },
      {
        cluster,
        serviceName,
        family,
        startedBy,
        desiredStatus = "RUNNING",
        maxResults = 100,
        nextToken = "0",
      },
    ) => {
      const name = clusterName(region, cluster);
      const service = serviceName === undefined ? undefined : findService(region, cluster, serviceName);
      const found = [...region.tasks.values()]
        .map(({ task }) => task)
        .filter((task) => task.clusterArn === region.arn("ecs", `cluster/${name}`))
        .filter((task) => task.desiredStatus === desiredStatus)
        .filter((task) => !service || task.group === `service:${service.name}`)
        .filter((task) => family === undefined || task.taskDefinitionArn?.includes(`/${family}:`))
        .filter((task) => startedBy === undefined || task.startedBy === startedBy)
        .map(({ taskArn = "" }) => taskArn);
      const from = Number(nextToken);
      const end = from + maxResults;
      return { taskArns: found.slice(from, end), nextToken: end < found.length ? String(end) : undefined };
    },
  ),
  "ecs:DescribeTasks": operation<DescribeTasksCommandInput, DescribeTasksCommandOutput>(
    ({ region }, { cluster, tasks = [], include = [] }) => {
      const name = clusterName(region, cluster);
      if (tasks.length > 100)
        throw new AwsError("InvalidParameterException", "Tasks can have at most 100 items.");
      const asked = tasks.map((task) => {
        const arn = task.startsWith("arn:") ? task : region.arn("ecs", `task/${name}/${task}`);
        return { arn, found: region.tasks.get(arn)?.task };
      });
      return {
        tasks: asked.flatMap(({ found }) => {
          if (!found) return [];
          const { tags, ...task } = copyOf(found);
          return [include.includes("TAGS") ? { ...task, tags } : task];
        }),
        failures: asked.flatMap(({ arn, found }) => (found ? [] : [{ arn, reason: "MISSING" }])),
      };
    },
  ),
  "ecs:RunTask": operation<RunTaskCommandInput, RunTaskCommandOutput>(({ region }, input) => {
    const cluster = clusterName(region, input.cluster);
    const found = region.taskDefinitions.find(input.taskDefinition ?? "");
    if (!found) throw new AwsError("ClientException", "TaskDefinition not found.");
    const { taskDefinition } = found;
    if (taskDefinition.status !== "ACTIVE")
      throw new AwsError("ClientException", "TaskDefinition is inactive");
    if (!input.networkConfiguration?.awsvpcConfiguration)
      throw new AwsError(
        "InvalidParameterException",
        "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
      );
    const tasks = Array.from({ length: input.count ?? 1 }, () => {
      const state = startTask(region, {
        cluster,
        taskDefinition,
        group: input.group ?? `family:${taskDefinition.family}`,
        startedBy: input.startedBy,
        overrides: input.overrides,
        tags: input.tags,
      });
      region.clock.run(oneOffTask(region, state, taskDefinition));
      return copyOf(state.task);
    });
    return { tasks, failures: [] };
  }),
  "ecs:StopTask": operation<StopTaskCommandInput, StopTaskCommandOutput>(
    ({ region }, { cluster, task: asked = "", reason }) => {
      const name = clusterName(region, cluster);
      const arn = asked.startsWith("arn:") ? asked : region.arn("ecs", `task/${name}/${asked}`);
      const state = region.tasks.get(arn);
      if (!state) throw new AwsError("InvalidParameterException", "The referenced task was not found.");
      stopTask(region, state.task, { code: "UserInitiated", reason: reason ?? "Task stopped by user" });
      return { task: copyOf(state.task) };
    },
  ),
};
