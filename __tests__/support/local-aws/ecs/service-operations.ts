import {
  type DescribeServicesCommandInput,
  type DescribeServicesCommandOutput,
  type UpdateServiceCommandInput,
  type UpdateServiceCommandOutput,
} from "@aws-sdk/client-ecs";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { type Region } from "../region";
import { clusterName, describeService, findService, type EcsService } from "./ecs-service";
import { beginDeployment } from "./rollout/begin";

export const serviceOperations: Operations = {
  "ecs:DescribeServices": operation<DescribeServicesCommandInput, DescribeServicesCommandOutput>(
    ({ region }, { cluster, services, include }) => {
      const name = clusterName(region, cluster);
      const asked = (services ?? []).map((service) => ({
        service,
        found: region.services.get(`${name}/${service.split("/").at(-1)}`),
      }));
      return {
        services: asked.flatMap(({ found }) => (found ? [described(region, found, include)] : [])),
        failures: asked.flatMap(({ service, found }) =>
          found ? [] : [{ arn: region.arn("ecs", `service/${name}/${service}`), reason: "MISSING" }],
        ),
      };
    },
  ),
  "ecs:UpdateService": operation<UpdateServiceCommandInput, UpdateServiceCommandOutput>(
    ({ region }, input) => {
      const service = findService(region, input.cluster, input.service ?? "");
      if (service.status !== "ACTIVE")
        throw new AwsError("ServiceNotActiveException", "Service was not ACTIVE.");
      if (input.desiredCount !== undefined) service.desiredCount = input.desiredCount;
      updateTaskDefinition(region, service, input);
      return { service: describeService(region, service) };
    },
  ),
};

/** What DescribeServices says once after an update is what was before: it is eventually consistent. */
function described(region: Region, service: EcsService, include: DescribeServicesCommandInput["include"]) {
  const { stale } = service;
  service.stale = undefined;
  const { tags, ...rest } = stale ?? describeService(region, service);
  return include?.includes("TAGS") ? { ...rest, tags } : rest;
}

function updateTaskDefinition(
  region: Region,
  service: EcsService,
  { taskDefinition, forceNewDeployment = false }: UpdateServiceCommandInput,
): void {
  if (taskDefinition === undefined && !forceNewDeployment) return;
  if (service.controller === "CODE_DEPLOY")
    throw new AwsError(
      "InvalidParameterException",
      "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.",
    );
  const found = region.taskDefinitions.find(taskDefinition ?? service.taskDefinition);
  if (!found) throw new AwsError("ClientException", "TaskDefinition not found.");
  if (found.taskDefinition.status !== "ACTIVE")
    throw new AwsError("ClientException", "TaskDefinition is inactive");
  const arn = found.taskDefinition.taskDefinitionArn ?? "";
  if (arn !== service.taskDefinition || forceNewDeployment) beginDeployment(region, service, arn);
}
