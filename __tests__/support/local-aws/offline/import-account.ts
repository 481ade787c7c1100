import { readCloudFile } from "../../../../offline/cloud/cloud-file";
import { type CloudResource } from "../../../../offline/cloud/cloud-resource";
import { startService } from "../ecs/start-service";
import { type Region, type World } from "../region";
import { importDeploymentGroup } from "./import-deployment-group";
import { importRule, importTargetGroup } from "./import-load-balancing";
import { importRepository, importRepositoryPolicy } from "./import-repository";
import { importService } from "./import-service";
import { importTaskDefinition } from "./import-task-definition";
import { Reader } from "./values-reader";

type Import = (region: Region, values: Reader, account: readonly CloudResource[]) => void;

/** How things of Terraform's types become things of the local AWS; in the order in which they need each other. */
const imports: readonly (readonly [string, Import])[] = [
  ["aws_ecs_cluster", (region, values) => region.clusters.add(values.text("name") ?? "")],
  [
    "aws_cloudwatch_log_group",
    (region, values) => region.logGroups.set(values.text("name") ?? "", new Map()),
  ],
  ["aws_ssm_parameter", importParameter],
  ["aws_cloudwatch_metric_alarm", importAlarm],
  ["aws_ecr_repository", importRepository],
  ["aws_ecr_repository_policy", importRepositoryPolicy],
  ["aws_lb_target_group", importTargetGroup],
  ["aws_lb_listener_rule", importRule],
  ["aws_ecs_task_definition", importTaskDefinition],
  ["aws_ecs_service", importService],
  ["aws_codedeploy_deployment_group", importDeploymentGroup],
];

/** Makes what an account file of the offline provider says exists; services run what they were given last. */
export function importAccount(world: World, path: string, account: string): void {
  const resources = [...readCloudFile(path, account).values()];
  for (const [type, make] of imports)
    for (const resource of resources.filter((known) => known.type === type))
      make(world.region(account, resource.region), new Reader(resource.values), resources);
  for (const region of world.all().filter((known) => known.account === account))
    for (const service of region.services.values())
      if (service.deployments.length === 0 && service.taskSets.length === 0) startService(region, service);
}

function importParameter(region: Region, values: Reader): void {
  region.parameters.set(
    values.text("name") ?? "",
    values.text("value") ?? values.text("insecure_value") ?? "",
  );
}

function importAlarm(region: Region, values: Reader): void {
  const AlarmName = values.text("alarm_name") ?? "";
  region.alarms.set(AlarmName, { AlarmName, AlarmArn: values.text("arn"), StateValue: "OK" });
}
