import { type CloudResource, type CloudView } from "../cloud/cloud-resource";
import { text } from "../values/reading";
import { type Values } from "../values/value";
import { addedTo } from "./added-blocks";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { templatedBehaviour } from "./templated-behaviour";

const type = "aws_ecs_task_definition";

/**
 * What is left of a deregistered revision: ECS keeps it INACTIVE, and never gives its number to another. Not Terraform's type, so
 * that nothing can refer to it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html
 */
export const inactiveTaskDefinition = `${type} (INACTIVE)`;

/**
 * Revisions count per family, whoever registered them: the pipeline's releases take numbers too.
 *
 * ECS answers with container definitions that it has completed (`cpu: 0`, `essential`, empty `mountPoints`, …), and the provider keeps quiet
 * about the difference. Here the configured text stays as it is: the second plan is as empty, without a comparison of our own.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const taskDefinition: ResourceBehaviour = templatedBehaviour(
  type,
  {
    revision: (known, aws) => 1 + Math.max(0, ...revisions(aws, text(known, "family") ?? "").map(revisionOf)),
    arn_without_revision: "arn:{partition}:ecs:{region}:{account}:task-definition/{family}",
    arn: "{arn_without_revision}:{revision}",
    id: "{family}",
    network_mode: "bridge",
    enable_fault_injection: false,
    volume: addedTo("volume", {
      configure_at_launch: false,
      docker_volume_configuration: { driver: "local", scope: "task" },
    }),
  },
  {
    importId: "{arn}",
    // With track_latest the provider follows the family: a release of the pipeline shows up as a change.
    read: (stored, aws) => (stored["track_latest"] === true ? newest(stored, aws) : stored),
    keptAfterDestroy: ({ values }) =>
      values["skip_destroy"] === true
        ? [{ type, values, because: "skip_destroy keeps the revision ACTIVE, as a target of rollbacks" }]
        : [{ type: inactiveTaskDefinition, values, because: "ECS keeps deregistered revisions INACTIVE" }],
  },
);

function newest(stored: Values, aws: AwsContext): Values {
  const active = registered(aws.cloud, type, aws.region, text(stored, "family") ?? "");
  const last = [...active].sort((one, other) => revisionOf(other) - revisionOf(one))[0];
  const { id = null, track_latest = null, skip_destroy = null } = stored;
  return last ? { ...last.values, id, track_latest, skip_destroy } : stored;
}

function revisions({ cloud, region }: AwsContext, family: string): readonly CloudResource[] {
  return [type, inactiveTaskDefinition].flatMap((kind) => registered(cloud, kind, region, family));
}

function registered(
  cloud: CloudView,
  kind: string,
  region: string,
  family: string,
): readonly CloudResource[] {
  return cloud
    .all(kind)
    .filter((resource) => resource.region === region && text(resource.values, "family") === family);
}

function revisionOf({ values }: CloudResource): number {
  return Number(values["revision"] ?? 0);
}
