import { type Region } from "../region";
import { type Check } from "./policy";
import { codeDeployNeeds } from "./codedeploy-needs";
import { ecsNeeds } from "./ecs-needs";
import { everything, list, text, type Input, type Needs } from "./needs";

/** What operations of the other services need. @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const otherNeeds: Readonly<Record<string, Needs>> = {
  // list_amazonelasticcontainerregistry
  "ecr:BatchGetImage": repository,
  "ecr:DescribeImages": repository,
  "ecr:GetDownloadUrlForLayer": repository,
  "ecr:PutImage": repository,
  // list_awssystemsmanager
  "ssm:GetParameter": (region, input) => [{ resource: region.arn("ssm", `parameter${text(input, "Name")}`) }],
  // list_awselasticloadbalancingv2
  "elasticloadbalancing:DescribeRules": everything,
  "elasticloadbalancing:DescribeTargetHealth": everything,
  // list_amazoncloudwatch
  "cloudwatch:DescribeAlarms": (region, input) => {
    const names = list(input, "AlarmNames");
    return (names.length > 0 ? names : ["*"]).map((name) => ({
      resource: region.arn("cloudwatch", `alarm:${name}`),
    }));
  },
  // list_amazoncloudwatchlogs
  "logs:GetLogEvents": (region, input) => [
    {
      resource: region.arn("logs", `log-group:${logGroup(input)}:log-stream:${text(input, "logStreamName")}`),
    },
  ],
  "logs:FilterLogEvents": (region, input) => [
    { resource: region.arn("logs", `log-group:${logGroup(input)}:log-stream:`) },
  ],
};

const needs: Readonly<Record<string, Needs>> = { ...ecsNeeds, ...codeDeployNeeds, ...otherNeeds };

/** What must be allowed for this call. STS: everybody may ask who they are, and a role's trust says who may assume it. */
export function checksOf(operation: string, region: Region, input: Input): readonly Check[] {
  if (operation.startsWith("sts:")) return [];
  const find = needs[operation];
  if (!find) throw new Error(`it is not known what ${operation} needs: add it to iam/checks.ts`);
  return find(region, input).map(({ action = operation, resource, context = {} }) => ({
    action,
    resource,
    context,
  }));
}

function repository(region: Region, input: Input) {
  const registry = text(input, "registryId") || region.account;
  return [{ resource: `arn:aws:ecr:${region.name}:${registry}:repository/${text(input, "repositoryName")}` }];
}

function logGroup(input: Input): string {
  return text(input, "logGroupName") || (text(input, "logGroupIdentifier").split("log-group:").at(-1) ?? "");
}
