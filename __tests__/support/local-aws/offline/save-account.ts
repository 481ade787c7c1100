import { randomUUID } from "node:crypto";
import { readCloudFile, writeCloudFile } from "../../../../offline/cloud/cloud-file";
import { type CloudResource } from "../../../../offline/cloud/cloud-resource";
import { inactiveTaskDefinition } from "../../../../offline/resources/ecs-task-definition";
import { type Values } from "../../../../offline/values/value";
import { valuesFromJson } from "../../../../offline/values/json-values";
import { type EcsService } from "../ecs/ecs-service";
import { type Revision } from "../ecs/task-definitions";
import { type World } from "../region";
import { type RuleState } from "../watching/watched";

/** Writes what deployments changed into the account file, as if AWS itself had changed it; everything else stays. */
export function saveAccount(world: World, path: string, account: string): void {
  const resources = readCloudFile(path, account);
  for (const [key, resource] of resources) {
    const values = changed(world, account, resource);
    if (values) resources.set(key, { ...resource, values: { ...resource.values, ...values } });
    if (isDeregistered(world, account, resource))
      resources.set(key, { ...resource, type: inactiveTaskDefinition });
  }
  for (const added of newRevisions(world, account, [...resources.values()])) resources.set(added.key, added);
  writeCloudFile(path, account, resources);
}

function changed(world: World, account: string, { type, region, values }: CloudResource): Values | undefined {
  const { services, rules } = world.region(account, region);
  const arn = String(values["arn"]);
  if (type === "aws_ecs_service") {
    const service = [...services.values()].find((known) => known.arn === arn);
    return service && serviceValues(service, values);
  }
  const rule = type === "aws_lb_listener_rule" ? rules.get(arn) : undefined;
  return rule && ruleValues(rule, values);
}

function serviceValues(service: EcsService, before: Values): Values {
  const blocks = blocksOf(before["load_balancer"]);
  return valuesFromJson({
    task_definition: service.taskDefinition,
    desired_count: service.desiredCount,
    load_balancer: service.loadBalancers.map(({ targetGroupArn, advancedConfiguration }, index) => {
      const block = blocks[index] ?? {};
      const [advanced] = blocksOf(block["advanced_configuration"]);
      const alternate = advancedConfiguration?.alternateTargetGroupArn;
      return {
        ...block,
        target_group_arn: targetGroupArn,
        ...(advanced && alternate !== undefined
          ? { advanced_configuration: [{ ...advanced, alternate_target_group_arn: alternate }] }
          : {}),
      };
    }),
  });
}

function ruleValues({ Actions }: RuleState, before: Values): Values | undefined {
  const groups = Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
  const [action = {}] = blocksOf(before["action"]);
  const [forward] = blocksOf(action["forward"]);
  if (!forward) return undefined;
  const target_group = groups.map(({ TargetGroupArn, Weight }) => ({ arn: TargetGroupArn, weight: Weight }));
  return valuesFromJson({ action: [{ ...action, forward: [{ ...forward, target_group }] }] });
}

function isDeregistered(world: World, account: string, { type, region, values }: CloudResource): boolean {
  if (type !== "aws_ecs_task_definition") return false;
  const revision = world.region(account, region).taskDefinitions.find(String(values["arn"]));
  return revision?.taskDefinition.status === "INACTIVE";
}

/** Revisions that deploys registered, beside those of Terraform; a number is never given again, so those that were taken back as well. */
function newRevisions(world: World, account: string, resources: readonly CloudResource[]): CloudResource[] {
  const known = resources.filter(({ type }) => type === "aws_ecs_task_definition");
  const arns = resources.map(({ values }) => values["arn"]);
  return world
    .all()
    .filter((region) => region.account === account)
    .flatMap((region) => region.taskDefinitions.all())
    .filter(({ taskDefinition }) => !arns.includes(taskDefinition.taskDefinitionArn))
    .flatMap((revision) => {
      const template = known.find(({ values }) => values["family"] === revision.taskDefinition.family);
      return template ? [asResource(template, revision)] : [];
    });
}

function asResource(template: CloudResource, { taskDefinition, tags }: Revision): CloudResource {
  const tagMap = Object.fromEntries(tags.map(({ key = "", value = "" }) => [key, value]));
  return {
    key: `${template.type}:${randomUUID()}`,
    type: taskDefinition.status === "INACTIVE" ? inactiveTaskDefinition : template.type,
    region: template.region,
    keptBecause: "a deploy registered it",
    values: {
      ...template.values,
      ...valuesFromJson({
        arn: taskDefinition.taskDefinitionArn,
        revision: taskDefinition.revision,
        container_definitions: JSON.stringify(taskDefinition.containerDefinitions),
        tags: tagMap,
        tags_all: tagMap,
      }),
    },
  };
}

function blocksOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}
