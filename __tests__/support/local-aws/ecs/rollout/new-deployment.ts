import { type Deployment } from "@aws-sdk/client-ecs";
import { type Region } from "../../region";
import { type EcsService } from "../ecs-service";

/** A new primary deployment; its tasks come later. */
export function newDeployment(
  region: Region,
  service: EcsService,
  taskDefinition: string,
  reason?: string,
): Deployment {
  const id = `ecs-svc/${region.ids.digits(19)}`;
  const now = region.clock.date();
  const { capacityProviderStrategy, networkConfiguration, platformVersion } = service.settings;
  return {
    id,
    status: "PRIMARY",
    taskDefinition,
    desiredCount: service.desiredCount,
    failedTasks: 0,
    createdAt: now,
    updatedAt: now,
    capacityProviderStrategy,
    networkConfiguration,
    platformVersion,
    platformFamily: "Linux",
    rolloutState: "IN_PROGRESS",
    rolloutStateReason: reason ?? `ECS deployment ${id} in progress.`,
  };
}
