import { type Region } from "../region";
import { type EcsService } from "./ecs-service";
import { newRevision } from "./rollout/begin";
import { newDeployment } from "./rollout/new-deployment";
import { health, portOf, setHealth } from "./rollout/targets";
import { runTaskContainers, startTask } from "./tasks";

/** The service runs its task definition, as after a deployment that completed long ago. */
export function startService(region: Region, service: EcsService): void {
  const definition = region.taskDefinitions.get(service.taskDefinition).taskDefinition;
  const deployment = newDeployment(region, service, service.taskDefinition);
  const revision = newRevision(region, service, service.taskDefinition);
  Object.assign(deployment, {
    rolloutState: "COMPLETED",
    rolloutStateReason: `ECS deployment ${deployment.id} completed.`,
  });
  service.deployments = [deployment];
  service.revisions.unshift(revision);
  service.completed = {
    deploymentId: deployment.id ?? "",
    taskDefinition: service.taskDefinition,
    revisionArn: revision.serviceRevisionArn ?? "",
  };
  const started = Array.from({ length: service.desiredCount }, () =>
    startTask(region, {
      cluster: service.cluster,
      taskDefinition: definition,
      group: `service:${service.name}`,
      startedBy: deployment.id,
    }),
  );
  for (const state of started) runTaskContainers(region, state, definition);
  const tasks = started.map(({ task }) => task);
  setHealth(region, service.loadBalancers[0]?.targetGroupArn, portOf(service), tasks, health.healthy);
}
