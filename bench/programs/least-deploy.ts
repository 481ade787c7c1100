import { ECSClient } from "@aws-sdk/client-ecs";
import { DescribeTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { RegisterTaskDefinitionCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";

/**
 * The least that a script can do to deploy: it asks four things, checks nothing, waits for nothing, and believes that the image is there.
 *
 * @param name of the SSM parameter with the delivery target
 */
async function leastDeploy(name: string, digest: string): Promise<void> {
  const { Parameter: parameter } = await new SSMClient().send(new GetParameterCommand({ Name: name }));
  const target: Readonly<Record<string, string>> = JSON.parse(parameter?.Value ?? "");
  const { templateArn, taskFamily, repositoryUrl, container, cluster, serviceName } = target;
  const ecs = new ECSClient();
  const { taskDefinition: template } = await ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: templateArn }),
  );
  const { taskDefinition: release } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: taskFamily,
      requiresCompatibilities: template?.requiresCompatibilities,
      networkMode: template?.networkMode,
      cpu: template?.cpu,
      memory: template?.memory,
      executionRoleArn: template?.executionRoleArn,
      taskRoleArn: template?.taskRoleArn,
      runtimePlatform: template?.runtimePlatform,
      containerDefinitions: template?.containerDefinitions?.map((one) =>
        one.name === container ? { ...one, image: `${repositoryUrl}@${digest}` } : one,
      ),
    }),
  );
  await ecs.send(
    new UpdateServiceCommand({ cluster, service: serviceName, taskDefinition: release?.taskDefinitionArn }),
  );
}

const [name = "", digest = ""] = process.argv.slice(2);
void leastDeploy(name, digest);
