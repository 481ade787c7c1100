import { type Region } from "../region";
import { type EcsService } from "./ecs-service";
import { newRevision } from "./rollout/begin";
import { newDeployment } from "./rollout/new-deployment";
import { health, portOf, setHealth } from "./rollout/targets";
import { pulledBefore } from "./pull-image";
import { runTaskContainers, startTask } from "./tasks";

/** The service runs its task definition, as after a deployment that completed long ago. */
export function startService(region: Region, service: EcsService): void {
  const startedBy =
    service.controller === "ECS" ? completeFirst(region, service) : firstTaskSet(region, service);
  const definition = region.taskDefinitions.get(service.taskDefinition).taskDefinition;
  const started = Array.from({ length: service.desiredCount }, () =>
    startTask(region, {
      cluster: service.cluster,
      taskDefinition: definition,
      group: `service:${service.name}`,
      startedBy,
    }),
  );
  for (const state of started) runTaskContainers(region, state, definition, pulledBefore);
  const tasks = started.map(({ task }) => task);
  setHealth(region, service.loadBalancers[0]?.targetGroupArn, portOf(service), tasks, health.healthy);
}

/** @returns id of the deployment */
function completeFirst(region: Region, service: EcsService): string {
  const deployment = newDeployment(region, service, service.taskDefinition);
  const { id = "" } = deployment;
  const revision = newRevision(region, service, service.taskDefinition);
  Object.assign(deployment, {
    rolloutState: "COMPLETED",
    rolloutStateReason: `ECS deployment ${id} completed.`,
  });
  service.deployments = [deployment];
  service.revisions.unshift(revision);
  service.completed = {
    deploymentId: id,
    taskDefinition: service.taskDefinition,
    revisionArn: revision.serviceRevisionArn ?? "",
  };
  return id;
}

/** CreateService under CodeDeploy makes the first task set itself. @returns its id */
function firstTaskSet(region: Region, service: EcsService): string {
  const id = `ecs-svc/${region.ids.digits(19)}`;
  const { networkConfiguration, capacityProviderStrategy } = service.settings;
  service.taskSets = [
    {
      id,
      taskSetArn: region.arn("ecs", `task-set/${service.cluster}/${service.name}/${id}`),
      serviceArn: service.arn,
      clusterArn: service.clusterArn,
      status: "PRIMARY",
      taskDefinition: service.taskDefinition,
      computedDesiredCount: service.desiredCount,
      createdAt: region.clock.date(),
      updatedAt: region.clock.date(),
      networkConfiguration,
      capacityProviderStrategy,
      loadBalancers: service.loadBalancers,
      scale: { value: 100, unit: "PERCENT" },
      stabilityStatus: "STEADY_STATE",
      stabilityStatusAt: region.clock.date(),
      tags: [],
    },
  ];
  return id;
}
