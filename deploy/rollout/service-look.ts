import type { Deployment, LoadBalancer, Service, TaskSet } from "@aws-sdk/client-ecs";
import type { ServiceLook, TaskSetLook } from "./look";

/** A service as ECS describes it, in the same words for both controllers. */
export function serviceLook(service: Service): ServiceLook {
  const sets = [
    ...(service.deployments ?? []).map(ofEcs(service)),
    ...(service.taskSets ?? []).map(ofCodeDeploy),
  ];
  return {
    isActive: service.status === "ACTIVE",
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    ...(service.currentServiceDeployment === undefined
      ? {}
      : { currentDeployment: service.currentServiceDeployment }),
    isBalanced: sets.some(({ groups }) => groups.length > 0),
    sets,
  };
}

function ofEcs({ loadBalancers }: Service): (deployment: Deployment) => TaskSetLook {
  return (deployment) => ({
    id: deployment.id ?? "",
    revisionArn: deployment.taskDefinition ?? "",
    isPrimary: deployment.status === "PRIMARY",
    groups: groupsOf(loadBalancers),
    desired: deployment.desiredCount ?? 0,
    running: deployment.runningCount ?? 0,
    pending: deployment.pendingCount ?? 0,
    failed: deployment.failedTasks ?? 0,
  });
}

function ofCodeDeploy(set: TaskSet): TaskSetLook {
  return {
    id: set.id ?? "",
    revisionArn: set.taskDefinition ?? "",
    isPrimary: set.status === "PRIMARY",
    ...(set.externalId === undefined ? {} : { madeBy: set.externalId }),
    groups: groupsOf(set.loadBalancers),
    desired: set.computedDesiredCount ?? 0,
    running: set.runningCount ?? 0,
    pending: set.pendingCount ?? 0,
    // Task sets do not count failures.
    failed: 0,
  };
}

function groupsOf(loadBalancers: readonly LoadBalancer[] | undefined): readonly string[] {
  return (loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
}
