import { type CloudResource } from "../../../../offline/cloud/cloud-resource";
import { type DeploymentGroup } from "../codedeploy/deployment-group";
import { type Region } from "../region";
import { Reader } from "./values-reader";

export function importDeploymentGroup(
  region: Region,
  values: Reader,
  account: readonly CloudResource[],
): void {
  const applicationName = values.text("app_name") ?? "";
  const deploymentGroupName = values.text("deployment_group_name") ?? "";
  const place = values.block("ecs_service");
  const service = region.services.get(`${place?.text("cluster_name")}/${place?.text("service_name")}`);
  const pair = values.block("load_balancer_info")?.block("target_group_pair_info");
  const [first, second] = (pair?.blocks("target_group") ?? []).map((group) =>
    arnOfGroup(region, group.text("name") ?? ""),
  );
  if (!service || first === undefined || second === undefined) return;
  const deploymentConfigName = values.text("deployment_config_name");
  const alarms = values.block("alarm_configuration");
  const targetGroups = [first, second] as const;
  const group: DeploymentGroup = {
    service,
    targetGroups,
    productionRules: rulesOf(region, pair?.block("prod_traffic_route"), targetGroups),
    testRules: rulesOf(region, pair?.block("test_traffic_route"), targetGroups),
    trafficSteps: trafficSteps(account, deploymentConfigName),
    info: {
      applicationName,
      deploymentGroupName,
      deploymentGroupId: values.text("deployment_group_id"),
      deploymentConfigName,
      serviceRoleArn: values.text("service_role_arn"),
      alarmConfiguration: {
        enabled: alarms?.flag("enabled") ?? false,
        alarms: (alarms?.texts("alarms") ?? []).map((name) => ({ name })),
      },
      autoRollbackConfiguration: {
        enabled: values.block("auto_rollback_configuration")?.flag("enabled") ?? false,
      },
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      computePlatform: "ECS",
    },
  };
  region.deploymentGroups.set(`${applicationName}/${deploymentGroupName}`, group);
}

function arnOfGroup(region: Region, name: string): string | undefined {
  return [...region.targetGroups.keys()].find((arn) => arn.split("/")[1] === name);
}

/** CodeDeploy changes the rules of a listener that forward to one of its groups. */
function rulesOf(
  region: Region,
  route: Reader | undefined,
  [first, second]: readonly [string, string],
): readonly string[] {
  const listeners = route?.texts("listener_arns") ?? [];
  return [...region.rules]
    .filter(([arn]) => listeners.includes(region.listenerOfRule.get(arn) ?? ""))
    .filter(([, { Actions }]) => {
      const groups = Actions?.[0]?.ForwardConfig?.TargetGroups?.map(({ TargetGroupArn }) => TargetGroupArn);
      return groups?.includes(first) || groups?.includes(second);
    })
    .map(([arn]) => arn);
}

function trafficSteps(
  account: readonly CloudResource[],
  configuration: string | undefined,
): readonly number[] {
  const found = account.find(
    ({ type, values }) =>
      type === "aws_codedeploy_deployment_config" && values["deployment_config_name"] === configuration,
  );
  const routing = found && new Reader(found.values).block("traffic_routing_config");
  const canary = routing?.block("time_based_canary")?.number("percentage");
  if (canary !== undefined) return [canary, 100];
  const step = routing?.block("time_based_linear")?.number("percentage");
  if (step === undefined) return [100];
  return Array.from({ length: Math.ceil(100 / step) }, (_, index) => Math.min(100, (index + 1) * step));
}
