import { type Values } from "../values/value";

const described = { description: "Managed by Terraform" };
const onDefaultBus = { event_bus_name: "default" };
const atRoot = { path: "/" };
const onServers = { compute_platform: "Server" };

/**
 * The provider's defaults of attributes that AWS cannot change. The binding does not know them, so that state has nothing there:
 * a configuration that writes down the default must not look as if it asked for another one.
 */
export const fixedDefaults: Readonly<Record<string, Values>> = {
  aws_alb: { load_balancer_type: "application" },
  aws_alb_target_group: { target_type: "instance" },
  aws_cloudwatch_event_rule: onDefaultBus,
  aws_cloudwatch_event_target: onDefaultBus,
  aws_codedeploy_app: onServers,
  aws_codedeploy_deployment_config: onServers,
  aws_db_option_group: { option_group_description: "Managed by Terraform" },
  aws_db_parameter_group: described,
  aws_ecs_service: { scheduling_strategy: "REPLICA" },
  aws_elasticache_parameter_group: described,
  aws_flow_log: { log_destination_type: "cloud-watch-logs", max_aggregation_interval: 600 },
  aws_iam_instance_profile: atRoot,
  aws_iam_policy: atRoot,
  aws_iam_role: atRoot,
  aws_kms_key: { customer_master_key_spec: "SYMMETRIC_DEFAULT", key_usage: "ENCRYPT_DECRYPT" },
  aws_lambda_function: { package_type: "Zip" },
  aws_lb: { load_balancer_type: "application" },
  aws_lb_target_group: { target_type: "instance" },
  aws_nat_gateway: { connectivity_type: "public" },
  aws_rds_cluster_parameter_group: described,
  aws_security_group: described,
};
