import {
  type AvailabilityZoneRebalancing,
  type DeploymentConfiguration,
  type DeploymentLifecycleHookStage,
  type DeploymentStrategy,
  type LoadBalancer,
  type PropagateTags,
  type Service,
} from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { type Reader } from "./values-reader";

export function importService(region: Region, values: Reader): void {
  const clusterArn = values.text("cluster") ?? "";
  const cluster = clusterArn.split("/").at(-1) ?? "";
  const name = values.text("name") ?? "";
  const isCodeDeploy = values.block("deployment_controller")?.text("type") === "CODE_DEPLOY";
  region.services.set(`${cluster}/${name}`, {
    arn: values.text("arn") ?? "",
    clusterArn,
    cluster,
    name,
    status: "ACTIVE",
    controller: isCodeDeploy ? "CODE_DEPLOY" : "ECS",
    taskDefinition: values.text("task_definition") ?? "",
    desiredCount: values.number("desired_count") ?? 0,
    loadBalancers: values.blocks("load_balancer").map(readLoadBalancer),
    deploymentConfiguration: readDeploymentConfiguration(values),
    settings: readSettings(values),
    createdAt: region.clock.date(),
    deployments: [],
    taskSets: [],
    history: [],
    revisions: [],
    events: [],
    outcomes: [],
  });
}

function readLoadBalancer(block: Reader): LoadBalancer {
  const advanced = block.block("advanced_configuration");
  return {
    targetGroupArn: block.text("target_group_arn"),
    containerName: block.text("container_name"),
    containerPort: block.number("container_port"),
    ...(advanced
      ? {
          advancedConfiguration: {
            alternateTargetGroupArn: advanced.text("alternate_target_group_arn"),
            productionListenerRule: advanced.text("production_listener_rule"),
            testListenerRule: advanced.text("test_listener_rule"),
            roleArn: advanced.text("role_arn"),
          },
        }
      : {}),
  };
}

function readDeploymentConfiguration(values: Reader): DeploymentConfiguration {
  const configuration = values.block("deployment_configuration");
  const breaker = values.block("deployment_circuit_breaker");
  const alarms = values.block("alarms");
  const canary = configuration?.block("canary_configuration");
  const linear = configuration?.block("linear_configuration");
  return {
    maximumPercent: values.number("deployment_maximum_percent") ?? 200,
    minimumHealthyPercent: values.number("deployment_minimum_healthy_percent") ?? 100,
    deploymentCircuitBreaker: {
      enable: breaker?.flag("enable") ?? false,
      rollback: breaker?.flag("rollback") ?? false,
    },
    alarms: {
      alarmNames: [...(alarms?.texts("alarm_names") ?? [])],
      enable: alarms?.flag("enable") ?? false,
      rollback: alarms?.flag("rollback") ?? false,
    },
    strategy: strategies.find((known) => known === configuration?.text("strategy")) ?? "ROLLING",
    bakeTimeInMinutes: configuration?.number("bake_time_in_minutes"),
    canaryConfiguration: canary && {
      canaryPercent: canary.number("canary_percent"),
      canaryBakeTimeInMinutes: canary.number("canary_bake_time_in_minutes"),
    },
    linearConfiguration: linear && {
      stepPercent: linear.number("step_percent"),
      stepBakeTimeInMinutes: linear.number("step_bake_time_in_minutes"),
    },
    lifecycleHooks: (configuration?.blocks("lifecycle_hook") ?? []).map((hook) => ({
      hookTargetArn: hook.text("hook_target_arn"),
      roleArn: hook.text("role_arn"),
      lifecycleStages: hook.texts("lifecycle_stages").map((stage) => stage as DeploymentLifecycleHookStage),
    })),
  };
}

const strategies: readonly DeploymentStrategy[] = ["ROLLING", "BLUE_GREEN", "CANARY", "LINEAR"];

function readSettings(values: Reader): Partial<Service> {
  const network = values.block("network_configuration");
  return {
    capacityProviderStrategy: values.blocks("capacity_provider_strategy").map((provider) => ({
      capacityProvider: provider.text("capacity_provider"),
      weight: provider.number("weight") ?? 0,
      base: provider.number("base") ?? 0,
    })),
    platformVersion: values.text("platform_version"),
    platformFamily: "Linux",
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [...(network?.texts("subnets") ?? [])],
        securityGroups: [...(network?.texts("security_groups") ?? [])],
        assignPublicIp: network?.flag("assign_public_ip") ? "ENABLED" : "DISABLED",
      },
    },
    healthCheckGracePeriodSeconds: values.number("health_check_grace_period_seconds"),
    enableECSManagedTags: values.flag("enable_ecs_managed_tags"),
    enableExecuteCommand: values.flag("enable_execute_command"),
    propagateTags: values.text("propagate_tags") as PropagateTags | undefined,
    availabilityZoneRebalancing: values.text("availability_zone_rebalancing") as
      AvailabilityZoneRebalancing | undefined,
    tags: values.tags("tags_all"),
  };
}
