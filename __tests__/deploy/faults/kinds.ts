import type { ServiceSettings } from "../../support/local-aws/service-settings";

/** Services that reach AWS by different calls. */
export const kinds = {
  rolling: {},
  canary: { strategy: "canary" },
  codedeploy: { strategy: "canary", controller: "codedeploy" },
} as const satisfies Readonly<Record<string, Partial<ServiceSettings>>>;

export type KindName = keyof typeof kinds;

export const kindNames: readonly KindName[] = ["rolling", "canary", "codedeploy"];

/** What a deploy of each kind calls. */
const common = [
  "ssm:GetParameter",
  "sts:GetCallerIdentity",
  "ecs:DescribeServices",
  "ecs:DescribeTaskDefinition",
  "ecs:ListTaskDefinitions",
  "ecs:RegisterTaskDefinition",
  "ecs:ListTasks",
  "ecs:DescribeTasks",
  "ecs:TagResource",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
  "ecr:DescribeImages",
  "ecr:PutImage",
  "elasticloadbalancing:DescribeTargetHealth",
] as const;
const ofEcs = [
  "ecs:UpdateService",
  "ecs:ListServiceDeployments",
  "ecs:DescribeServiceDeployments",
  "ecs:DescribeServiceRevisions",
] as const;
const ofCodeDeploy = [
  "codedeploy:GetDeploymentGroup",
  "codedeploy:ListDeployments",
  "codedeploy:CreateDeployment",
  "codedeploy:GetDeployment",
  "codedeploy:GetDeploymentTarget",
] as const;

export const operationsOf: Readonly<Record<KindName, readonly string[]>> = {
  rolling: [...common, ...ofEcs],
  canary: [...common, ...ofEcs, "elasticloadbalancing:DescribeRules"],
  codedeploy: [...common, ...ofCodeDeploy],
};
