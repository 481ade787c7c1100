import { type MissingWords, type ReferencedKindName } from "./referenced-kinds";

/** What an attribute names; with the words of the service that looks it up, where they differ from those of the owner. */
export type Reference = ReferencedKindName | (Partial<MissingWords> & { readonly kind: ReferencedKindName });

const invalidParameter = (kind: ReferencedKindName, message: MissingWords["message"]): Reference => ({
  kind,
  code: "InvalidParameterException",
  message,
});

const network = { subnets: "subnet", groups: "group" } as const;
const ecsSubnet = invalidParameter(network.subnets, (id) => `The subnet ID '${id}' does not exist`);
const ecsGroup = invalidParameter(network.groups, (id) => `The security group '${id}' does not exist`);
const ecsTargetGroup = invalidParameter("targetGroup", (arn) => `The target group ${arn} does not exist.`);
const rdsKey: Reference = {
  kind: "key",
  code: "KMSKeyNotAccessibleFault",
  message: (name) =>
    `The specified KMS key [${name}] does not exist, is not enabled or you do not have permissions to access it.`,
};
const lambdaSubnet: Reference = { kind: "subnet", code: "InvalidParameterValueException" };
const listenerAction = {
  target_group_arn: "targetGroup",
  "forward.target_group.arn": "targetGroup",
} as const;

/** The same reference at each path below a block. */
function below(block: string, paths: Readonly<Record<string, Reference>>) {
  return Object.fromEntries(Object.entries(paths).map(([path, to]) => [`${block}.${path}`, to]));
}

const bucketParts = [
  "acl",
  "cors_configuration",
  "lifecycle_configuration",
  "logging",
  "notification",
  "object_lock_configuration",
  "ownership_controls",
  "policy",
  "public_access_block",
  "replication_configuration",
  "server_side_encryption_configuration",
  "versioning",
  "website_configuration",
];

/**
 * Certificates of listeners are not here: the data source takes for granted that they exist.
 *
 * Type of resource → dotted path of an attribute → what it must name.
 */
export const references: Readonly<Record<string, Readonly<Record<string, Reference>>>> = {
  aws_subnet: { vpc_id: "vpc" },
  aws_route_table: { vpc_id: "vpc" },
  aws_security_group: { vpc_id: "vpc" },
  aws_internet_gateway: { vpc_id: "vpc" },
  aws_internet_gateway_attachment: { vpc_id: "vpc", internet_gateway_id: "internetGateway" },
  aws_network_acl: { vpc_id: "vpc", subnet_ids: "subnet" },
  aws_vpc_ipv4_cidr_block_association: { vpc_id: "vpc" },
  aws_default_route_table: { default_route_table_id: "routeTable" },
  aws_main_route_table_association: { vpc_id: "vpc", route_table_id: "routeTable" },
  aws_route_table_association: { subnet_id: "subnet", route_table_id: "routeTable" },
  aws_route: {
    route_table_id: "routeTable",
    gateway_id: "internetGateway",
    nat_gateway_id: "natGateway",
    vpc_endpoint_id: "vpcEndpoint",
  },
  aws_nat_gateway: { subnet_id: "subnet", allocation_id: "allocation" },
  aws_vpc_endpoint: {
    vpc_id: "vpc",
    subnet_ids: "subnet",
    route_table_ids: "routeTable",
    security_group_ids: "group",
  },
  aws_vpc_security_group_ingress_rule: { security_group_id: "group", referenced_security_group_id: "group" },
  aws_vpc_security_group_egress_rule: { security_group_id: "group", referenced_security_group_id: "group" },
  aws_security_group_rule: { security_group_id: "group", source_security_group_id: "group" },
  aws_flow_log: { vpc_id: "vpc", subnet_id: "subnet" },
  aws_instance: { subnet_id: "subnet", vpc_security_group_ids: "group" },
  aws_lb: {
    subnets: { kind: "subnet", code: "SubnetNotFound" },
    security_groups: { kind: "group", code: "InvalidSecurityGroup" },
    "subnet_mapping.subnet_id": { kind: "subnet", code: "SubnetNotFound" },
    "subnet_mapping.allocation_id": { kind: "allocation", code: "AllocationIdNotFound" },
  },
  aws_lb_target_group: {
    vpc_id: { kind: "vpc", code: "ValidationError", message: (id) => `The VPC ID '${id}' is not found` },
  },
  aws_lb_target_group_attachment: { target_group_arn: "targetGroup" },
  aws_lb_listener: {
    load_balancer_arn: "balancer",
    ...below("default_action", listenerAction),
  },
  aws_lb_listener_rule: { listener_arn: "listener", ...below("action", listenerAction) },
  aws_lb_listener_certificate: { listener_arn: "listener" },
  aws_wafv2_web_acl_association: { web_acl_arn: "webAcl", resource_arn: "webAclResource" },
  aws_wafv2_web_acl_logging_configuration: { resource_arn: "webAcl" },
  aws_acm_certificate_validation: {
    certificate_arn: {
      kind: "certificate",
      code: "ResourceNotFoundException",
      message: (arn, { account }) => `Could not find certificate ${arn} in account ${account}.`,
    },
  },
  aws_route53_record: { zone_id: "hostedZone" },
  aws_route53_zone: { "vpc.vpc_id": { kind: "vpc", code: "InvalidVPCId" } },
  aws_route53_zone_association: { zone_id: "hostedZone", vpc_id: { kind: "vpc", code: "InvalidVPCId" } },
  aws_kms_alias: { target_key_id: "key" },
  aws_kms_key_policy: { key_id: "key" },
  aws_kms_grant: { key_id: "key" },
  aws_cloudwatch_log_group: {
    kms_key_id: invalidParameter("key", () => "The specified KMS Key Id could not be found."),
  },
  aws_cloudwatch_log_metric_filter: { log_group_name: "logGroup" },
  aws_cloudwatch_log_subscription_filter: { log_group_name: "logGroup" },
  aws_cloudwatch_log_stream: { log_group_name: "logGroup" },
  aws_cloudwatch_event_target: { rule: "eventRule" },
  aws_iam_role: {
    permissions_boundary: {
      kind: "policy",
      message: (name) => `Scope ARN: ${name} does not exist or is not attachable.`,
    },
  },
  aws_iam_role_policy: { role: "role" },
  aws_iam_role_policy_attachment: { role: "role", policy_arn: "policy" },
  aws_iam_instance_profile: { role: "role" },
  aws_ecs_cluster_capacity_providers: {
    cluster_name: "cluster",
    capacity_providers: "capacityProvider",
  },
  aws_ecs_task_definition: {
    execution_role_arn: { kind: "role", code: "ClientException", message: () => "Role is not valid" },
    task_role_arn: { kind: "role", code: "ClientException", message: () => "Role is not valid" },
  },
  aws_ecs_service: {
    cluster: "cluster",
    task_definition: "taskDefinition",
    "network_configuration.subnets": ecsSubnet,
    "network_configuration.security_groups": ecsGroup,
    "load_balancer.target_group_arn": ecsTargetGroup,
    "load_balancer.advanced_configuration.alternate_target_group_arn": ecsTargetGroup,
    "load_balancer.advanced_configuration.production_listener_rule": "listenerOrRule",
    "load_balancer.advanced_configuration.test_listener_rule": "listenerOrRule",
    "load_balancer.advanced_configuration.role_arn": invalidParameter(
      "role",
      (arn) => `Unable to assume role ${arn}. Verify that the role exists and trusts ecs.amazonaws.com.`,
    ),
  },
  aws_appautoscaling_target: { resource_id: "scalableService" },
  aws_db_subnet_group: { subnet_ids: { kind: "subnet", code: "InvalidSubnet" } },
  aws_db_instance: {
    db_subnet_group_name: "dbSubnetGroup",
    parameter_group_name: "dbParameterGroup",
    option_group_name: "dbOptionGroup",
    kms_key_id: rdsKey,
    performance_insights_kms_key_id: rdsKey,
    master_user_secret_kms_key_id: rdsKey,
    vpc_security_group_ids: {
      kind: "group",
      code: "InvalidParameterValue",
      message: (id) => `Invalid security group , groupId= ${id}, groupName=.`,
    },
    monitoring_role_arn: {
      kind: "role",
      code: "InvalidParameterValue",
      message: () =>
        "IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING",
    },
  },
  aws_secretsmanager_secret_version: { secret_id: "secret" },
  aws_secretsmanager_secret_policy: { secret_arn: "secret" },
  aws_secretsmanager_secret_rotation: { secret_id: "secret" },
  aws_s3_bucket_object: { bucket: "bucket" },
  aws_s3_object: { bucket: "bucket" },
  ...Object.fromEntries(bucketParts.map((part) => [`aws_s3_bucket_${part}`, { bucket: "bucket" as const }])),
  aws_sns_topic_policy: { arn: "topic" },
  aws_sns_topic_subscription: { topic_arn: "topic" },
  aws_sqs_queue_policy: { queue_url: "queue" },
  aws_ecr_repository_policy: { repository: "repository" },
  aws_ecr_lifecycle_policy: { repository: "repository" },
  aws_codedeploy_deployment_group: {
    app_name: "deployApplication",
    deployment_config_name: "deployConfiguration",
    "ecs_service.cluster_name": { kind: "cluster", code: "InvalidECSServiceException" },
    "ecs_service.service_name": "deployedService",
    service_role_arn: {
      kind: "role",
      code: "InvalidRoleException",
      message: (arn) => `AWS CodeDeploy does not have the permissions required to assume the role ${arn}.`,
    },
  },
  aws_lambda_function: {
    role: {
      kind: "role",
      code: "InvalidParameterValueException",
      message: () => "The role defined for the function cannot be assumed by Lambda.",
    },
    "vpc_config.subnet_ids": lambdaSubnet,
    "vpc_config.security_group_ids": { kind: "group", code: "InvalidParameterValueException" },
  },
};
