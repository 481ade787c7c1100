import type { DeliveryTarget } from "./delivery-target";
import {
  deployCommands,
  healthyTag,
  leftByRollbackTag,
  oneOffTaskTag,
  type DeployPermission,
  type PolicyCondition,
} from "./deploy-permission";
import { targetArns } from "./target-arns";

const changing = ["deploy", "rollback", "promote", "sync"] as const;
const watching = [...changing, "wait", "status"] as const;

/**
 * What the role `<environment>-<service>-deploy` may do: this family, this service, its two roles, its repository, its parameter, its logs.
 * Every row is an operation that a port of `deploy/ports/` asks for; docs/deploy-permissions.md is made from it.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const deployPermissionTable: readonly DeployPermission[] = [
  {
    sid: "ReadTarget",
    actions: ["ssm:GetParameter"],
    resources: targetArns.parameter,
    commands: deployCommands,
    why: "The delivery target says where to deploy.",
  },
  {
    sid: "ReadService",
    actions: ["ecs:DescribeServices"],
    resources: targetArns.service,
    commands: deployCommands,
    why: "What runs, and whether a deployment is under way.",
  },
  {
    sid: "ReadRevisions",
    actions: ["ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"],
    resources: everything,
    commands: [...watching, "history", "run", "logs", "doctor"],
    why: "A release is a copy of the template. AWS knows no resource and no condition here.",
  },
  {
    sid: "ReadTasks",
    actions: ["ecs:DescribeTasks"],
    resources: targetArns.tasksOfCluster,
    commands: [...watching, "run", "doctor"],
    why: "How many tasks run, and why some stopped. A task's ARN does not name its service.",
  },
  {
    sid: "ListTasks",
    actions: ["ecs:ListTasks"],
    resources: everything,
    conditions: (target) => [ofCluster(target)],
    commands: [...watching, "run", "doctor"],
    why: "The resource that AWS knows here is a container instance, which Fargate has none of: the condition names the cluster.",
  },
  {
    sid: "RegisterRelease",
    actions: ["ecs:RegisterTaskDefinition"],
    resources: targetArns.family,
    commands: [...changing, "run"],
    why: "A release is a revision of the service's family, and of no other.",
  },
  {
    sid: "TagRelease",
    actions: ["ecs:TagResource"],
    resources: targetArns.family,
    conditions: () => [condition("StringEquals", "ecs:CreateAction", "RegisterTaskDefinition")],
    commands: [...changing, "run"],
    why: "A revision gets its tags while it is registered.",
  },
  {
    sid: "MarkHealthy",
    actions: ["ecs:TagResource"],
    resources: targetArns.family,
    conditions: () => [
      condition("ForAllValues:StringEquals", "aws:TagKeys", healthyTag, leftByRollbackTag),
      condition("Null", "aws:TagKeys", "false"),
    ],
    commands: [...changing, "wait"],
    why: "The only tags that are set later: the release was seen healthy, or a rollback left it.",
  },
  {
    sid: "ForgetRelease",
    actions: ["ecs:DeregisterTaskDefinition"],
    resources: everything,
    commands: changing,
    why: "A revision that was registered and never used is taken back. AWS knows no resource and no condition here.",
  },
  {
    sid: "PassTaskRoles",
    actions: ["iam:PassRole"],
    resources: targetArns.taskRoles,
    conditions: () => [condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")],
    commands: [...changing, "run"],
    why: "A release has the template's two roles, and can have no others.",
  },
  {
    sid: "ChangeRelease",
    actions: ["ecs:UpdateService"],
    resources: targetArns.service,
    conditions: (target) => [
      ofCluster(target),
      condition("ArnLike", "ecs:task-definition", ...targetArns.family(target)),
    ],
    changesTaskDefinitionAs: "pipeline",
    commands: changing,
    why: "Each call must name a revision of the service's family. AWS has no condition on the number of tasks: that the rest stays is the command's own rule.",
  },
  {
    sid: "ReadDeployments",
    actions: ["ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"],
    resources: deployments,
    controller: "ecs",
    commands: [...watching, "history", "doctor"],
    why: "The verdict is about this deployment, not about the service at some moment.",
  },
  {
    sid: "ReadServiceRevisions",
    actions: ["ecs:DescribeServiceRevisions"],
    resources: (target) => [...targetArns.service(target), ...targetArns.serviceRevisions(target)],
    controller: "ecs",
    commands: [...watching, "history", "doctor"],
    why: "Which image a deployment brought.",
  },
  {
    sid: "StopDeployment",
    actions: ["ecs:StopServiceDeployment"],
    resources: deployments,
    controller: "ecs",
    commands: [...changing, "wait"],
    why: "A deployment that is not healthy in its time is stopped, and rolled back.",
  },
  {
    sid: "ReadCodeDeploy",
    actions: ["codedeploy:GetDeployment", "codedeploy:GetDeploymentGroup", "codedeploy:ListDeployments"],
    resources: targetArns.deploymentGroup,
    controller: "codedeploy",
    commands: [...watching, "history", "doctor"],
    why: "Deployments of this group.",
  },
  {
    sid: "WatchCodeDeploy",
    actions: ["codedeploy:GetDeploymentTarget"],
    resources: everything,
    controller: "codedeploy",
    commands: watching,
    why: "Stage and share of the traffic. AWS knows no resource and no condition here.",
  },
  {
    sid: "CreateDeployment",
    actions: ["codedeploy:CreateDeployment"],
    resources: targetArns.deploymentGroup,
    changesTaskDefinitionAs: "codedeploy",
    commands: changing,
    why: "CodeDeploy changes the service's task definition; the pipeline asks it to.",
  },
  {
    sid: "RegisterAppSpec",
    actions: ["codedeploy:RegisterApplicationRevision"],
    resources: targetArns.application,
    changesTaskDefinitionAs: "codedeploy",
    commands: changing,
    why: "CreateDeployment registers its AppSpec.",
  },
  {
    sid: "ReadDeploymentConfig",
    actions: ["codedeploy:GetDeploymentConfig"],
    resources: targetArns.deploymentConfigs,
    changesTaskDefinitionAs: "codedeploy",
    commands: changing,
    why: "CreateDeployment reads how traffic shifts.",
  },
  {
    sid: "StopCodeDeploy",
    actions: ["codedeploy:StopDeployment"],
    resources: everything,
    controller: "codedeploy",
    commands: [...changing, "wait"],
    why: "A deployment that is not healthy in its time is stopped, and rolled back. AWS knows no resource and no condition here.",
  },
  {
    sid: "ReadTraffic",
    actions: ["elasticloadbalancing:DescribeRules"],
    resources: everything,
    controller: "ecs",
    commands: watching,
    why: "Who gets how much of the traffic while ECS shifts it; CodeDeploy tells it itself. AWS knows no resource here.",
  },
  {
    sid: "ReadTargetHealth",
    actions: ["elasticloadbalancing:DescribeTargetHealth"],
    resources: everything,
    commands: [...watching, "doctor"],
    why: "Whether targets are healthy. AWS knows no resource here.",
  },
  {
    sid: "ReadAlarms",
    actions: ["cloudwatch:DescribeAlarms"],
    resources: targetArns.alarms,
    commands: [...watching, "doctor"],
    why: "Whether alarms of the deployment are quiet; which they are is in the service, and Terraform may change it.",
  },
  {
    sid: "ReadLogs",
    actions: ["logs:FilterLogEvents", "logs:GetLogEvents"],
    resources: targetArns.logs,
    commands: [...changing, "wait", "run", "logs", "doctor"],
    why: "The last lines of tasks that stopped.",
  },
  {
    sid: "ReadImages",
    actions: ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"],
    resources: targetArns.repository,
    commands: [...watching, "run", "doctor"],
    why: "Whether the image exists, for the task's processor, and where it was healthy. In the tooling account, whose repository policy allows it, too.",
  },
  {
    sid: "RecordRelease",
    actions: ["ecr:PutImage"],
    resources: targetArns.repository,
    commands: [...changing, "wait"],
    why: "Tags of an image that is there: what the environment runs, and that it was healthy. AWS has no condition on the tag.",
  },
  {
    sid: "RunTask",
    actions: ["ecs:RunTask"],
    resources: targetArns.family,
    conditions: (target) => [ofCluster(target)],
    commands: ["run"],
    why: "A one-off task of this family, in this cluster.",
  },
  {
    sid: "TagTask",
    actions: ["ecs:TagResource"],
    resources: targetArns.tasksOfCluster,
    conditions: (target) => [
      condition("StringEquals", "ecs:CreateAction", "RunTask"),
      condition("StringEquals", `aws:RequestTag/${oneOffTaskTag}`, target.service),
    ],
    commands: ["run"],
    why: "So that it is known as this service's.",
  },
  {
    sid: "StopTask",
    actions: ["ecs:StopTask"],
    resources: targetArns.tasksOfCluster,
    conditions: (target) => [condition("StringEquals", `aws:ResourceTag/${oneOffTaskTag}`, target.service)],
    commands: ["run"],
    why: "When the command is interrupted; never a task of the service itself.",
  },
];

function deployments(target: DeliveryTarget): readonly string[] {
  return [...targetArns.service(target), ...targetArns.serviceDeployments(target)];
}

function ofCluster(target: DeliveryTarget): PolicyCondition {
  return condition("ArnEquals", "ecs:cluster", ...targetArns.cluster(target));
}

function everything(): readonly string[] {
  return ["*"];
}

function condition(test: string, variable: string, ...values: readonly string[]): PolicyCondition {
  return { test, variable, values };
}
