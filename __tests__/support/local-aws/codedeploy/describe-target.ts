import { type DeploymentTarget, type ECSTaskSet, type TargetStatus } from "@aws-sdk/client-codedeploy";
import { type TaskSet } from "@aws-sdk/client-ecs";
import { tasksStartedBy } from "../ecs/tasks";
import { AwsError } from "../protocol/aws-error";
import { type Region } from "../region";
import { type CodeDeployment } from "./deployment-group";

/** The service as one deployment sees it: event by event, with both task sets. */
export function describeTarget(
  region: Region,
  deployment: CodeDeployment,
  targetId: string,
): DeploymentTarget {
  const { info, group, events, blueTaskSet, greenTaskSet, trafficWeight } = deployment;
  const { service } = group;
  if (info.status === "Created")
    throw new AwsError("DeploymentNotStartedException", "The deployment has not started.");
  if (targetId !== `${service.cluster}:${service.name}`)
    throw new AwsError("DeploymentTargetDoesNotExistException", "The deployment target does not exist.");
  const blue = service.taskSets.find(({ id }) => id === blueTaskSet);
  const green = service.taskSets.find(({ id }) => id === greenTaskSet);
  return {
    deploymentTargetType: "ECSTarget",
    ecsTarget: {
      deploymentId: info.deploymentId,
      targetId,
      targetArn: service.arn,
      lastUpdatedAt: region.clock.date(),
      lifecycleEvents: events,
      status: statuses[info.status ?? ""] ?? "InProgress",
      taskSetsInfo: [
        ...(blue ? [describe(region, blue, "Blue", 100 - trafficWeight)] : []),
        ...(green ? [describe(region, green, "Green", trafficWeight)] : []),
      ],
    },
  };
}

const statuses: Readonly<Record<string, TargetStatus>> = {
  Succeeded: "Succeeded",
  Failed: "Failed",
  Stopped: "Failed",
  Ready: "Ready",
};

function describe(
  region: Region,
  taskSet: TaskSet,
  label: "Blue" | "Green",
  trafficWeight: number,
): ECSTaskSet {
  const tasks = tasksStartedBy(region, taskSet.id ?? "");
  const runningCount = tasks.filter(({ lastStatus }) => lastStatus === "RUNNING").length;
  return {
    identifer: taskSet.id,
    desiredCount: taskSet.computedDesiredCount,
    runningCount,
    pendingCount: tasks.length - runningCount,
    status: taskSet.status,
    trafficWeight,
    targetGroup: { name: taskSet.loadBalancers?.[0]?.targetGroupArn?.split("/")[1] },
    taskSetLabel: label,
  };
}
