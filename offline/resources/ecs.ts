import { items, text } from "../values/reading";
import { type Values } from "../values/value";
import { addedTo } from "./added-blocks";
import { afterLast } from "./after-last";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { taskDefinition } from "./ecs-task-definition";
import { madeUp } from "./made-up-ids";
import { templatedBehaviour } from "./templated-behaviour";

/** ARNs hold the name of a cluster where stacks may give its ARN. */
const clusterName = (known: Values): string => afterLast("/", text(known, "cluster") ?? "default");

const cluster = templatedBehaviour(
  "aws_ecs_cluster",
  { arn: "arn:{partition}:ecs:{region}:{account}:cluster/{name}", id: "{arn}" },
  { computedBlocks: ["setting"], importId: "{name}" },
);

const clusterCapacityProviders = templatedBehaviour("aws_ecs_cluster_capacity_providers", {
  id: "{cluster_name}",
});

const capacityProvider = templatedBehaviour(
  "aws_ecs_capacity_provider",
  {
    arn: "arn:{partition}:ecs:{region}:{account}:capacity-provider/{name}",
    id: "{arn}",
    auto_scaling_group_provider: addedTo("auto_scaling_group_provider", {
      managed_draining: "ENABLED",
      managed_termination_protection: "DISABLED",
      managed_scaling: [
        {
          instance_warmup_period: 300,
          maximum_scaling_step_size: 10000,
          minimum_scaling_step_size: 1,
          status: "ENABLED",
          target_capacity: 100,
        },
      ],
    }),
  },
  { computedBlocks: ["auto_scaling_group_provider.managed_scaling"], importId: "{name}" },
);

/**
 * A service keeps the task definition, desired count and balancer weights that somebody gave it: it never changes by itself, and
 * what is changed from outside is changed in the account's file.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
const service = templatedBehaviour(
  "aws_ecs_service",
  {
    arn: (known, { partition, region, account }) =>
      `arn:${partition}:ecs:${region}:${account}:service/${clusterName(known)}/${text(known, "name") ?? ""}`,
    id: "{arn}",
    cluster: "default",
    launch_type: launchType,
    platform_version: (known) => (runsOnFargate(known) ? "LATEST" : ""),
    iam_role: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
    availability_zone_rebalancing: (known) => (canRebalance(known) ? "ENABLED" : "DISABLED"),
    triggers: {},
    deployment_configuration: addedTo("deployment_configuration", {
      strategy: "ROLLING",
      bake_time_in_minutes: "0",
      canary_configuration: { canary_bake_time_in_minutes: "10", canary_percent: 5 },
      linear_configuration: { step_bake_time_in_minutes: "6", step_percent: 10 },
    }),
    service_connect_configuration: (known, aws) =>
      items(known, "service_connect_configuration").map((block) => ({
        namespace: connectNamespace(known, aws),
        service: items(block, "service").map((entry) => ({
          discovery_name: text(entry, "port_name") ?? "",
        })),
      })),
  },
  {
    // ECS shows all of these; the provider keeps quiet about them when the configuration leaves them out.
    computedBlocks: [
      "alarms",
      "deployment_circuit_breaker",
      "deployment_configuration",
      "deployment_controller",
    ],
    defaults: { cluster: "default" },
  },
);

function launchType(known: Values): string {
  return items(known, "capacity_provider_strategy").length > 0 ? "" : "EC2";
}

function runsOnFargate(known: Values): boolean {
  const providers = items(known, "capacity_provider_strategy").map(
    (block) => text(block, "capacity_provider") ?? "",
  );
  return (
    text(known, "launch_type") === "FARGATE" || providers.some((provider) => provider.startsWith("FARGATE"))
  );
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html */
function canRebalance(known: Values): boolean {
  const usesClassicBalancer = items(known, "load_balancer").some(
    (block) => text(block, "elb_name") !== undefined,
  );
  const maximum = known["deployment_maximum_percent"] ?? 200;
  return text(known, "scheduling_strategy") !== "DAEMON" && !usesClassicBalancer && Number(maximum) > 100;
}

/** A service without a namespace of its own gets its cluster's. */
function connectNamespace(known: Values, { cloud, region }: AwsContext): string {
  const found = cloud
    .all("aws_ecs_cluster")
    .find((resource) => resource.region === region && text(resource.values, "name") === clusterName(known));
  return found
    ? (items(found.values, "service_connect_defaults").map((block) => text(block, "namespace"))[0] ?? "")
    : "";
}

const serviceImport: ResourceBehaviour = {
  ...service,
  importId: (values) => `${clusterName(values)}/${text(values, "name") ?? ""}`,
};

const taskSet = templatedBehaviour(
  "aws_ecs_task_set",
  {
    task_set_id: "ecs-svc/{digits:19}",
    arn: (known, { partition, region, account }) =>
      `arn:${partition}:ecs:${region}:${account}:task-set/${clusterName(known)}/${afterLast("/", text(known, "service") ?? "")}/${text(known, "task_set_id") ?? ""}`,
    id: "{task_set_id},{service},{cluster}",
    launch_type: launchType,
    platform_version: (known) => (runsOnFargate(known) ? "LATEST" : ""),
    status: "ACTIVE",
    stability_status: "STEADY_STATE",
  },
  { computedBlocks: ["scale"] },
);

const accountSetting = templatedBehaviour(
  "aws_ecs_account_setting_default",
  { principal_arn: "arn:{partition}:iam::{account}:root", id: "{principal_arn}" },
  { importId: "{name}" },
);

const tag = templatedBehaviour("aws_ecs_tag", { id: "{resource_arn},{key}" });

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html */
const expressGateway = templatedBehaviour(
  "aws_ecs_express_gateway_service",
  {
    service_name: "express-{hex:8}",
    cluster: "default",
    service_arn: (known, { partition, region, account }) =>
      `arn:${partition}:ecs:${region}:${account}:service/${clusterName(known)}/${text(known, "service_name") ?? ""}`,
    cpu: "256",
    memory: "512",
    health_check_path: "/ping",
    current_deployment: "{service_arn}",
    service_revision_arn: (known, aws) =>
      `${(text(known, "service_arn") ?? "").replace(":service/", ":service-revision/")}/${madeUp("digits", 19, aws, "revision")}`,
    ingress_paths: (known, { region }) => [
      { access_type: "PUBLIC", endpoint: `${text(known, "service_name") ?? ""}.ecs.${region}.on.aws` },
    ],
    wait_for_steady_state: false,
  },
  { importId: "{service_arn}" },
);

export const ecsBehaviours: readonly ResourceBehaviour[] = [
  cluster,
  clusterCapacityProviders,
  capacityProvider,
  serviceImport,
  taskDefinition,
  taskSet,
  accountSetting,
  tag,
  expressGateway,
];
