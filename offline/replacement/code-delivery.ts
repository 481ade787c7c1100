import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const codeDeliveryReplacements: readonly ReplacementRow[] = [
  ...rowsOf("codedeploy/latest", {
    aws_codedeploy_app: ["UpdateApplication", "compute_platform"],
    aws_codedeploy_deployment_config: [
      "CreateDeploymentConfig",
      "deployment_config_name",
      "compute_platform",
      "minimum_healthy_hosts",
      "traffic_routing_config",
      "zonal_config",
    ],
    aws_codedeploy_deployment_group: ["UpdateDeploymentGroup", "app_name"],
  }),
  ...rowsOf("codebuild/latest", { aws_codebuild_project: ["UpdateProject", "name"] }),
  ...rowsOf("codepipeline/latest", { aws_codepipeline: ["UpdatePipeline", "name"] }),
  ...rowsOf("codestar-connections/latest", {
    aws_codestarconnections_connection: ["CreateConnection", "name", "host_arn", "provider_type"],
  }),
  ...rowsOf("codeconnections/latest", {
    aws_codeconnections_connection: ["CreateConnection", "name", "host_arn", "provider_type"],
    aws_codeconnections_host: ["UpdateHost", "name", "provider_type"],
  }),
  ...rowsOf("codestar-notifications/latest", {
    aws_codestarnotifications_notification_rule: ["UpdateNotificationRule", "resource"],
  }),
];
