import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

/**
 * A task definition never changes: every part of it makes a new revision. A service whose capacity providers change is not replaced;
 * the provider wants `force_new_deployment` for it (rule `capacity-change`). Since 2025 ECS changes the deployment controller in place.
 */
export const ecsReplacements: readonly ReplacementRow[] = rowsOf("AmazonECS/latest", {
  aws_ecs_cluster: ["UpdateCluster", "name"],
  aws_ecs_cluster_capacity_providers: ["PutClusterCapacityProviders", "cluster_name"],
  aws_ecs_capacity_provider: [
    "UpdateCapacityProvider",
    "name",
    "cluster",
    "auto_scaling_group_provider.auto_scaling_group_arn",
  ],
  aws_ecs_service: ["UpdateService", "name", "cluster", "launch_type", "scheduling_strategy", "iam_role"],
  aws_ecs_task_definition: [
    "RegisterTaskDefinition",
    "container_definitions",
    "cpu",
    "enable_fault_injection",
    "ephemeral_storage",
    "execution_role_arn",
    "family",
    "ipc_mode",
    "memory",
    "network_mode",
    "pid_mode",
    "placement_constraints",
    "proxy_configuration",
    "requires_compatibilities",
    "runtime_platform",
    "task_role_arn",
    "volume",
  ],
  aws_ecs_task_set: [
    "UpdateTaskSet",
    "service",
    "cluster",
    "task_definition",
    "external_id",
    "launch_type",
    "platform_version",
    "network_configuration",
    "load_balancer",
    "service_registries",
    "capacity_provider_strategy",
  ],
  aws_ecs_account_setting_default: ["PutAccountSettingDefault", "name"],
  aws_ecs_tag: ["TagResource", "resource_arn", "key"],
  aws_ecs_express_gateway_service: [
    "UpdateExpressGatewayService",
    "cluster",
    "service_name",
    "infrastructure_role_arn",
  ],
});
