import { parsePrivateImage } from "../limits/private-images";
import {
  executionRoleName,
  repositoryArn,
  roleArn,
  serviceLogGroupName,
  taskRoleName,
} from "../limits/resource-names";
import { deliveryTargetPath, type DeliveryTarget } from "./delivery-target";

type Arns = (target: DeliveryTarget) => readonly string[];

/**
 * ARNs of what a delivery target names, and of what belongs to it by its name.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const targetArns = {
  parameter: (target) => [
    arn(target, "ssm", `parameter${deliveryTargetPath(target.environment, target.service)}`),
  ],
  cluster: (target) => [arn(target, "ecs", `cluster/${target.cluster}`)],
  service: (target) => [arn(target, "ecs", `service/${inCluster(target)}`)],
  serviceDeployments: (target) => [arn(target, "ecs", `service-deployment/${inCluster(target)}/*`)],
  serviceRevisions: (target) => [arn(target, "ecs", `service-revision/${inCluster(target)}/*`)],
  tasksOfCluster: (target) => [arn(target, "ecs", `task/${target.cluster}/*`)],
  family: (target) => [arn(target, "ecs", `task-definition/${target.taskFamily}:*`)],
  taskRoles: ({ account, environment, service }) => [
    roleArn(account, executionRoleName(environment, service)),
    roleArn(account, taskRoleName(environment, service)),
  ],
  application: (target) =>
    target.codedeploy ? [arn(target, "codedeploy", `application:${target.codedeploy.application}`)] : [],
  deploymentGroup: (target) => {
    if (!target.codedeploy) return [];
    const { application, deploymentGroup } = target.codedeploy;
    return [arn(target, "codedeploy", `deploymentgroup:${application}/${deploymentGroup}`)];
  },
  deploymentConfigs: (target) => [arn(target, "codedeploy", "deploymentconfig:*")],
  alarms: (target) => [arn(target, "cloudwatch", "alarm:*")],
  logs: (target) => [
    arn(target, "logs", `log-group:${serviceLogGroupName(target.environment, target.service)}:*`),
  ],
  repository: ({ repositoryUrl }) => {
    const image = parsePrivateImage(repositoryUrl);
    return image ? [repositoryArn(image, image.repository)] : [];
  },
} satisfies Readonly<Record<string, Arns>>;

function inCluster({ cluster, serviceName }: DeliveryTarget): string {
  return `${cluster}/${serviceName}`;
}

function arn({ account, region }: DeliveryTarget, prefix: string, resource: string): string {
  return `arn:aws:${prefix}:${region}:${account}:${resource}`;
}
