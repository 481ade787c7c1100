import {
  type DeregisterTaskDefinitionCommandInput,
  type DeregisterTaskDefinitionCommandOutput,
  type DescribeTaskDefinitionCommandInput,
  type DescribeTaskDefinitionCommandOutput,
  type ListTaskDefinitionsCommandInput,
  type ListTaskDefinitionsCommandOutput,
  type RegisterTaskDefinitionCommandInput,
  type RegisterTaskDefinitionCommandOutput,
  type Tag,
  type TagResourceCommandInput,
  type TagResourceCommandOutput,
} from "@aws-sdk/client-ecs";
import { copyOf } from "../copy-of";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { type Region } from "../region";
import { checkTaskDefinition } from "./check-task-definition";
import { type Revision } from "./task-definitions";

export const taskDefinitionOperations: Operations = {
  "ecs:DescribeTaskDefinition": operation<
    DescribeTaskDefinitionCommandInput,
    DescribeTaskDefinitionCommandOutput
  >(({ region }, { taskDefinition = "", include = [] }) => {
    const found = region.taskDefinitions.get(taskDefinition);
    return {
      taskDefinition: found.taskDefinition,
      tags: include.includes("TAGS") ? found.tags : [],
    };
  }),
  "ecs:ListTaskDefinitions": operation<ListTaskDefinitionsCommandInput, ListTaskDefinitionsCommandOutput>(
    ({ region }, { familyPrefix, status = "ACTIVE", sort = "ASC", maxResults = 100, nextToken = "0" }) => {
      const all = region.taskDefinitions
        .all()
        .map(({ taskDefinition }) => taskDefinition)
        .filter((definition) => familyPrefix === undefined || definition.family === familyPrefix)
        .filter((definition) => definition.status === status)
        .sort(
          (a, b) => (a.family ?? "").localeCompare(b.family ?? "") || (a.revision ?? 0) - (b.revision ?? 0),
        )
        .map(({ taskDefinitionArn = "" }) => taskDefinitionArn);
      const sorted = sort === "DESC" ? all.reverse() : all;
      const from = Number(nextToken);
      const end = from + maxResults;
      return {
        taskDefinitionArns: sorted.slice(from, end),
        nextToken: end < sorted.length ? String(end) : undefined,
      };
    },
  ),
  "ecs:RegisterTaskDefinition": operation<
    RegisterTaskDefinitionCommandInput,
    RegisterTaskDefinitionCommandOutput
  >(({ region, caller }, input) => registerRevision(region, input, caller?.arn)),
  "ecs:DeregisterTaskDefinition": operation<
    DeregisterTaskDefinitionCommandInput,
    DeregisterTaskDefinitionCommandOutput
  >(({ region }, { taskDefinition = "" }) => {
    if (!taskDefinition.includes(":"))
      throw new AwsError("InvalidParameterException", "Task definition must be family:revision or an ARN.");
    const found = region.taskDefinitions.get(taskDefinition).taskDefinition;
    if (found.status === "INACTIVE")
      throw new AwsError("ClientException", "The specified task definition is inactive.");
    Object.assign(found, { status: "INACTIVE", deregisteredAt: region.clock.date() });
    return { taskDefinition: found };
  }),
  "ecs:TagResource": operation<TagResourceCommandInput, TagResourceCommandOutput>(
    ({ region }, { resourceArn = "", tags = [] }) => {
      const found = region.taskDefinitions.find(resourceArn);
      if (!found || found.taskDefinition.taskDefinitionArn !== resourceArn)
        throw new AwsError("ResourceNotFoundException", "The specified resource could not be found.");
      checkTags(tags);
      const kept = found.tags.filter(({ key }) => !tags.some((tag) => tag.key === key));
      if (kept.length + tags.length > 50)
        throw new AwsError("InvalidParameterException", "The maximum number of tags has been reached.");
      found.tags = [...kept, ...tags];
      return {};
    },
  ),
};

/** @throws AwsError as ECS does */
export function registerRevision(
  region: Region,
  { tags = [], ...input }: RegisterTaskDefinitionCommandInput,
  registeredBy = `arn:aws:iam::${region.account}:role/terraform`,
): Revision {
  checkTaskDefinition(input);
  checkTags(tags);
  const { family = "" } = input;
  const revision = region.taskDefinitions.nextRevision(family);
  const added: Revision = {
    taskDefinition: {
      ...copyOf(input),
      taskDefinitionArn: region.arn("ecs", `task-definition/${family}:${revision}`),
      revision,
      status: "ACTIVE",
      volumes: input.volumes ?? [],
      placementConstraints: input.placementConstraints ?? [],
      compatibilities: ["EC2", "FARGATE"],
      requiresAttributes: [{ name: "ecs.capability.task-eni" }],
      registeredAt: region.clock.date(),
      registeredBy,
    },
    tags,
  };
  region.taskDefinitions.add(added);
  return added;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html#tag-restrictions */
function checkTags(tags: readonly Tag[]): void {
  for (const { key = "", value = "" } of tags) {
    const fits = key.length >= 1 && key.length <= 128 && value.length <= 256;
    const isReadable = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(key + value);
    if (fits && isReadable && !key.startsWith("aws:")) continue;
    throw new AwsError("InvalidParameterException", `Invalid tag: key ${key}, value ${value}.`);
  }
}
