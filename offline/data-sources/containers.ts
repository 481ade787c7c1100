import { type CloudResource } from "../cloud/cloud-resource";
import { type AwsContext } from "../resources/behaviour";
import { asItems, asText } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { lookup, notThere, same, show } from "./lookup";

const cluster = lookup({
  type: "aws_ecs_cluster",
  noun: "ECS Cluster",
  by: { cluster_name: ({ name, arn }) => [name ?? null, arn ?? null] },
  ignoresTags: true,
  none: notThere("ECS Cluster", "cluster_name", "ClusterNotFoundException"),
  answer: {
    ...same("id=arn arn cluster_name=name service_connect_defaults setting"),
    status: () => "ACTIVE",
    pending_tasks_count: () => 0,
    registered_container_instances_count: () => 0,
    running_tasks_count: () => 0,
    tags: tagsOf,
  },
});

const service = lookup({
  type: "aws_ecs_service",
  noun: "ECS Service",
  by: {
    service_name: ({ name, id }) => [name ?? null, id ?? null],
    cluster_arn: ({ cluster: on }) => [on ?? null, (asText(on) ?? "").split("/").at(-1) ?? null],
  },
  ignoresTags: true,
  none: notThere("ECS Service", "service_name", "ServiceNotFoundException"),
  answer: {
    ...same("id arn=id service_name=name cluster_arn=cluster desired_count launch_type scheduling_strategy"),
    ...same("task_definition availability_zone_rebalancing capacity_provider_strategy deployment_controller"),
    ...same(
      "enable_ecs_managed_tags enable_execute_command health_check_grace_period_seconds iam_role load_balancer",
    ),
    ...same(
      "network_configuration ordered_placement_strategy placement_constraints platform_version propagate_tags",
    ),
    ...same("service_registries"),
    running_count: "desired_count",
    pending_count: () => 0,
    status: () => "ACTIVE",
    tags: tagsOf,
  },
});

/** The newest revision of a family, or the one that is named. */
function taskDefinitionNamed(asked: string, aws: AwsContext): CloudResource | undefined {
  return inReach(aws, ["aws_ecs_task_definition"], "region")
    .filter(({ values }) => {
      const family = asText(values["family"]) ?? "";
      return [family, `${family}:${String(values["revision"])}`, values["arn"]].includes(asked);
    })
    .reduce<CloudResource | undefined>(
      (newest, next) => (newest && revisionOf(newest) > revisionOf(next) ? newest : next),
      undefined,
    );
}

function revisionOf({ values }: CloudResource): number {
  return typeof values["revision"] === "number" ? values["revision"] : 0;
}

const taskDefinitionAnswer = {
  ...same(
    "id=arn arn arn_without_revision container_definitions cpu memory enable_fault_injection ephemeral_storage",
  ),
  ...same(
    "execution_role_arn family ipc_mode network_mode pid_mode placement_constraints proxy_configuration",
  ),
  ...same("requires_compatibilities revision runtime_platform task_role_arn volume"),
  status: ({ status }: Values) => asText(status) ?? "ACTIVE",
};

const taskDefinition: DataSource = {
  type: "aws_ecs_task_definition",
  read(configuration, aws) {
    const asked = asText(configuration["task_definition"]) ?? "";
    const found = taskDefinitionNamed(asked, aws);
    if (found) return { values: show(taskDefinitionAnswer, found.values, aws) };
    return { refusal: noTaskDefinition(asked) };
  },
};

const containerDefinition: DataSource = {
  type: "aws_ecs_container_definition",
  read(configuration, aws) {
    const asked = asText(configuration["task_definition"]) ?? "";
    const name = asText(configuration["container_name"]) ?? "";
    const found = taskDefinitionNamed(asked, aws);
    if (!found) return { refusal: noTaskDefinition(asked) };
    const container = containersOf(found.values).find((candidate) => candidate["name"] === name);
    if (container) return { values: { id: `${asked}/${name}`, ...containerValues(container) } };
    return {
      refusal: {
        code: "ContainerNotFound",
        message: `container with name ${JSON.stringify(name)} not found in task definition ${JSON.stringify(asText(found.values["arn"]) ?? asked)}`,
        advice: "Name a container of the task definition.",
        path: ["container_name"],
      },
    };
  },
};

function noTaskDefinition(asked: string): { code: string; message: string; advice: string } {
  return {
    code: "ClientException",
    message: `Unable to describe task definition (${asked}).`,
    advice: "No revision of this family is registered. Apply the stack that makes the task definition first.",
  };
}

function containersOf(values: Values): readonly Values[] {
  const written = asText(values["container_definitions"]) ?? "[]";
  const parsed: Value = JSON.parse(written);
  return asItems(parsed);
}

function containerValues(container: Values): Values {
  const image = asText(container["image"]) ?? "";
  return {
    image,
    // The provider shows what follows the colon: a tag, or the digest without "sha256:".
    image_digest: image.split(":")[1] ?? null,
    cpu: container["cpu"] ?? 0,
    memory: container["memory"] ?? null,
    memory_reservation: container["memoryReservation"] ?? null,
    disable_networking: container["disableNetworking"] ?? null,
    docker_labels: isRecord(container["dockerLabels"]) ? container["dockerLabels"] : {},
    environment: Object.fromEntries(
      asItems(container["environment"]).map(({ name, value }) => [asText(name) ?? "", value ?? null]),
    ),
  };
}

export const containerDataSources: readonly DataSource[] = [
  cluster,
  service,
  taskDefinition,
  containerDefinition,
];
