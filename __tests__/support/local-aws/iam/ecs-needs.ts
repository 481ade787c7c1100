import { type Tag, type TaskDefinition } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { isRecord } from "../is-record";
import { everything, list, text, type Input, type Need, type Needs } from "./needs";

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html */
export const ecsNeeds: Readonly<Record<string, Needs>> = {
  "ecs:DescribeServices": (region, input) =>
    list(input, "services").map((service) => ({ ...onService(region, input, service) })),
  "ecs:UpdateService": (region, input) => {
    const taskDefinition = text(input, "taskDefinition");
    const revision = region.taskDefinitions.find(taskDefinition)?.taskDefinition;
    const need = onService(region, input, text(input, "service"));
    const named = revision?.taskDefinitionArn ?? taskDefinition;
    return [
      { ...need, context: { ...need.context, ...(named === "" ? {} : { "ecs:task-definition": [named] }) } },
    ];
  },
  "ecs:ListServiceDeployments": (region, input) => [onService(region, input, text(input, "service"))],
  "ecs:DescribeServiceDeployments": onArns("serviceDeploymentArns"),
  "ecs:DescribeServiceRevisions": onArns("serviceRevisionArns"),
  "ecs:StopServiceDeployment": (region, input) => [
    withinCluster(region, text(input, "serviceDeploymentArn")),
  ],
  "ecs:DescribeTaskDefinition": everything,
  "ecs:ListTaskDefinitions": everything,
  "ecs:DeregisterTaskDefinition": everything,
  "ecs:RegisterTaskDefinition": (region, input) => {
    const resource = region.arn("ecs", `task-definition/${text(input, "family")}:*`);
    const roles = [text(input, "executionRoleArn"), text(input, "taskRoleArn")];
    return [
      { resource, context: tagContext(tagsOf(input)) },
      ...tagging(resource, tagsOf(input), "RegisterTaskDefinition"),
      ...passing(roles),
    ];
  },
  "ecs:TagResource": (region, input) => {
    const resource = text(input, "resourceArn");
    const present =
      region.taskDefinitions.find(resource)?.tags ?? region.tasks.get(resource)?.task.tags ?? [];
    return [{ resource, context: { ...tagContext(tagsOf(input)), ...resourceTags(present) } }];
  },
  "ecs:ListTasks": (region, input) => [{ resource: "*", context: clusterContext(region, input) }],
  "ecs:DescribeTasks": (region, input) => list(input, "tasks").map((task) => onTask(region, input, task)),
  "ecs:StopTask": (region, input) => [onTask(region, input, text(input, "task"))],
  "ecs:RunTask": (region, input) => {
    const revision = region.taskDefinitions.find(text(input, "taskDefinition"))?.taskDefinition;
    const context = { ...clusterContext(region, input), ...tagContext(tagsOf(input)) };
    const tasks = region.arn("ecs", `task/${clusterOf(input)}/*`);
    return [
      { resource: revision?.taskDefinitionArn ?? text(input, "taskDefinition"), context },
      ...tagging(tasks, tagsOf(input), "RunTask"),
      ...passing(rolesOf(revision)),
    ];
  },
};

function onService(region: Region, input: Input, service: string): Need {
  const name = service.split("/").at(-1);
  const resource = region.arn("ecs", `service/${clusterOf(input)}/${name}`);
  return { resource, context: clusterContext(region, input) };
}

function onTask(region: Region, input: Input, task: string): Need {
  const arn = region.arn("ecs", `task/${clusterOf(input)}/${task.split("/").at(-1)}`);
  const tags = region.tasks.get(arn)?.task.tags ?? [];
  return { resource: arn, context: { ...clusterContext(region, input), ...resourceTags(tags) } };
}

function onArns(member: string): Needs {
  return (region, input) => list(input, member).map((arn) => withinCluster(region, arn));
}

/** `…:service-deployment/<cluster>/<service>/<id>` */
function withinCluster(region: Region, arn: string): Need {
  const [, cluster = ""] = arn.split("/");
  return { resource: arn, context: { "ecs:cluster": [region.arn("ecs", `cluster/${cluster}`)] } };
}

function clusterOf(input: Input): string {
  return text(input, "cluster").split("/").at(-1) || "default";
}

function clusterContext(region: Region, input: Input): NonNullable<Need["context"]> {
  return { "ecs:cluster": [region.arn("ecs", `cluster/${clusterOf(input)}`)] };
}

function tagsOf(input: Input): readonly Tag[] {
  const { tags } = input;
  return Array.isArray(tags)
    ? tags.filter(isRecord).map(({ key, value }) => ({ key: String(key), value: String(value) }))
    : [];
}

function tagContext(tags: readonly Tag[]): NonNullable<Need["context"]> {
  if (tags.length === 0) return {};
  return {
    "aws:TagKeys": tags.map(({ key = "" }) => key),
    ...Object.fromEntries(tags.map(({ key, value = "" }) => [`aws:RequestTag/${key}`, [value]])),
  };
}

function resourceTags(tags: readonly Tag[]): NonNullable<Need["context"]> {
  return Object.fromEntries(tags.map(({ key, value = "" }) => [`aws:ResourceTag/${key}`, [value]]));
}

/** Tags on create need a permission of their own. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html */
function tagging(resource: string, tags: readonly Tag[], operation: string): readonly Need[] {
  if (tags.length === 0) return [];
  const context = { ...tagContext(tags), "ecs:CreateAction": [operation] };
  return [{ action: "ecs:TagResource", resource, context }];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passing(roles: readonly string[]): readonly Need[] {
  return [...new Set(roles)]
    .filter((role) => role !== "")
    .map((resource) => ({
      action: "iam:PassRole",
      resource,
      context: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] },
    }));
}

function rolesOf(revision: TaskDefinition | undefined): readonly string[] {
  return [revision?.executionRoleArn ?? "", revision?.taskRoleArn ?? ""];
}
