import {
  DescribeTaskDefinitionCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { type LocalService } from "../../support/local-aws/local-service";

/** Registers a release: the template with an image by digest. @returns its ARN */
export async function registerRelease(
  ecs: ECSClient,
  service: LocalService,
  digest: string,
): Promise<string> {
  const { templateArn, repositoryUrl, container } = service.target;
  const { taskDefinition: template, tags = [] } = await ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: templateArn, include: ["TAGS"] }),
  );
  const { family, cpu, memory, networkMode, executionRoleArn, taskRoleArn, runtimePlatform } = template ?? {};
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      cpu,
      memory,
      networkMode,
      executionRoleArn,
      taskRoleArn,
      runtimePlatform,
      requiresCompatibilities: ["FARGATE"],
      containerDefinitions: template?.containerDefinitions?.map((definition) =>
        definition.name === container ? { ...definition, image: `${repositoryUrl}@${digest}` } : definition,
      ),
      tags: [...tags, { key: "ecs-env:template", value: templateArn }],
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? "";
}

/** Registers a release and gives it to the service. @returns its ARN */
export async function release(ecs: ECSClient, service: LocalService, digest: string): Promise<string> {
  const taskDefinition = await registerRelease(ecs, service, digest);
  const { cluster, serviceName } = service.target;
  await ecs.send(new UpdateServiceCommand({ cluster, service: serviceName, taskDefinition }));
  return taskDefinition;
}
