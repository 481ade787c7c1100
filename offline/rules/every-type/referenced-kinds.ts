import { type Values } from "../../values/value";
import { item, number, text } from "../../values/reading";
import { type Change } from "../rule";

/** AWS's words for something that is not there. */
export interface MissingWords {
  readonly code: string;
  readonly message: (name: string, change: Change) => string;
}

/** A kind of thing that resources refer to. */
export interface ReferencedKind extends MissingWords {
  /** Terraform's types that make one. */
  readonly types: readonly string[];
  /** What it may be called by. */
  readonly names: (values: Values) => readonly (string | undefined)[];
  /** One for all regions of an account. */
  readonly isGlobal?: boolean;
  /** How AWS's ids of it begin; anything else is malformed. */
  readonly prefix?: string;
  readonly malformedCode?: string;
  /** What AWS itself keeps in every account, or what is not looked up. */
  readonly always?: RegExp;
}

const by =
  (...attributes: readonly string[]) =>
  (values: Values): readonly (string | undefined)[] =>
    attributes.map((attribute) => text(values, attribute));

/** EC2's words. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
function ec2(word: string, types: readonly string[], prefix: string, codes: readonly [string, string]) {
  return {
    types,
    prefix,
    names: by("id"),
    code: codes[0],
    malformedCode: codes[1],
    message: (name: string) => `The ${word} '${name}' does not exist`,
  };
}

/** A kind without an id of EC2's form. */
function kind(
  types: readonly string[],
  names: ReferencedKind["names"],
  code: string,
  message: MissingWords["message"],
  rest: Pick<ReferencedKind, "isGlobal" | "always"> = {},
): ReferencedKind {
  return { types, names, code, message, ...rest };
}

export const referencedKinds = {
  vpc: ec2("vpc ID", ["aws_vpc", "aws_default_vpc"], "vpc-", [
    "InvalidVpcID.NotFound",
    "InvalidVpcId.Malformed",
  ]),
  subnet: ec2("subnet ID", ["aws_subnet", "aws_default_subnet"], "subnet-", [
    "InvalidSubnetID.NotFound",
    "InvalidSubnetId.Malformed",
  ]),
  group: ec2("security group", ["aws_security_group", "aws_default_security_group"], "sg-", [
    "InvalidGroup.NotFound",
    "InvalidGroupId.Malformed",
  ]),
  routeTable: ec2("routeTable ID", ["aws_route_table", "aws_default_route_table"], "rtb-", [
    "InvalidRouteTableID.NotFound",
    "InvalidRouteTableId.Malformed",
  ]),
  internetGateway: kind(
    ["aws_internet_gateway"],
    by("id"),
    "InvalidInternetGatewayID.NotFound",
    (name) => `The internetGateway ID '${name}' does not exist`,
    // A route's `gateway_id` may also name a virtual private gateway, or `local`.
    { always: /^(?!igw-)/ },
  ),
  natGateway: kind(
    ["aws_nat_gateway"],
    by("id"),
    "InvalidNatGatewayID.NotFound",
    (name) => `The natGateway ID '${name}' does not exist`,
  ),
  allocation: kind(
    ["aws_eip"],
    by("allocation_id", "id"),
    "InvalidAllocationID.NotFound",
    (name) => `The allocation ID '${name}' does not exist`,
  ),
  vpcEndpoint: kind(
    ["aws_vpc_endpoint"],
    by("id"),
    "InvalidVpcEndpointId.NotFound",
    (name) => `The Vpc Endpoint Id '${name}' does not exist`,
  ),
  balancer: kind(
    ["aws_lb", "aws_alb"],
    by("arn"),
    "LoadBalancerNotFound",
    (name) => `Load balancer '${name}' not found`,
  ),
  targetGroup: kind(
    ["aws_lb_target_group", "aws_alb_target_group"],
    by("arn"),
    "TargetGroupNotFound",
    () => "One or more target groups not found",
  ),
  listener: kind(
    ["aws_lb_listener", "aws_alb_listener"],
    by("arn"),
    "ListenerNotFound",
    () => "One or more listeners not found",
  ),
  listenerOrRule: kind(
    ["aws_lb_listener", "aws_alb_listener", "aws_lb_listener_rule", "aws_alb_listener_rule"],
    by("arn"),
    "InvalidParameterException",
    (name) => `The listener or listener rule ${name} does not exist.`,
  ),
  certificate: kind(
    ["aws_acm_certificate"],
    by("arn"),
    "CertificateNotFound",
    (name) => `Certificate '${name}' not found`,
  ),
  webAcl: kind(
    ["aws_wafv2_web_acl"],
    by("arn"),
    "WAFNonexistentItemException",
    () => "AWS WAF couldn’t perform the operation because your resource doesn’t exist.",
  ),
  webAclResource: kind(
    ["aws_lb", "aws_alb"],
    by("arn"),
    "WAFNonexistentItemException",
    () => "AWS WAF couldn’t perform the operation because your resource doesn’t exist.",
    { always: /^(?!arn:[^:]+:elasticloadbalancing:)/ },
  ),
  key: kind(
    ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_alias"],
    by("key_id", "arn", "name"),
    "NotFoundException",
    (name, { partition, region, account }) =>
      name.startsWith("alias/")
        ? `Alias arn:${partition}:kms:${region}:${account}:${name} is not found.`
        : `Key '${name}' does not exist`,
    { always: /(^|:)alias\/aws\// },
  ),
  role: kind(
    ["aws_iam_role", "aws_iam_service_linked_role"],
    by("name", "arn"),
    "NoSuchEntity",
    (name) => `The role with name ${name} cannot be found.`,
    { isGlobal: true, always: /:role\/aws-service-role\// },
  ),
  policy: kind(
    ["aws_iam_policy"],
    by("arn"),
    "NoSuchEntity",
    (name) => `Policy ${name} does not exist or is not attachable.`,
    { isGlobal: true },
  ),
  cluster: kind(
    ["aws_ecs_cluster"],
    by("name", "arn"),
    "ClusterNotFoundException",
    () => "Cluster not found.",
  ),
  taskDefinition: kind(
    ["aws_ecs_task_definition"],
    (values) => [
      text(values, "arn"),
      text(values, "arn_without_revision"),
      text(values, "family"),
      `${text(values, "family")}:${number(values, "revision")}`,
    ],
    "ClientException",
    () => "Unable to describe task definition.",
  ),
  capacityProvider: kind(
    ["aws_ecs_capacity_provider"],
    by("name", "arn"),
    "InvalidParameterException",
    (name) => `The specified capacity provider '${name}' is not found.`,
    { always: /^FARGATE(_SPOT)?$/ },
  ),
  scalableService: kind(
    ["aws_ecs_service"],
    (values) => [
      `service/${(text(values, "cluster") ?? "default").split("/").at(-1)}/${text(values, "name")}`,
    ],
    "ValidationException",
    (name) => `ECS service doesn't exist: ${name}`,
    { always: /^(?!service\/[^/]+\/[^/]+$)/ },
  ),
  logGroup: kind(
    ["aws_cloudwatch_log_group"],
    by("name", "arn"),
    "ResourceNotFoundException",
    () => "The specified log group does not exist.",
  ),
  dbSubnetGroup: kind(
    ["aws_db_subnet_group"],
    by("name"),
    "DBSubnetGroupNotFoundFault",
    (name) => `DB subnet group '${name}' does not exist.`,
    { always: /^default$/ },
  ),
  dbParameterGroup: kind(
    ["aws_db_parameter_group"],
    by("name"),
    "DBParameterGroupNotFound",
    (name) => `DBParameterGroup not found: ${name}`,
    { always: /^default\./ },
  ),
  dbOptionGroup: kind(
    ["aws_db_option_group"],
    by("name"),
    "OptionGroupNotFoundFault",
    (name) => `Specified OptionGroupName: ${name} not found.`,
    { always: /^default:/ },
  ),
  secret: kind(
    ["aws_secretsmanager_secret"],
    by("arn", "id", "name"),
    "ResourceNotFoundException",
    () => "Secrets Manager can't find the specified secret.",
    // RDS makes its own secrets; they are attributes of the database.
    { always: /(^|:)rds!/ },
  ),
  bucket: kind(
    ["aws_s3_bucket"],
    by("bucket", "id", "arn"),
    "NoSuchBucket",
    () => "The specified bucket does not exist",
    { isGlobal: true },
  ),
  topic: kind(["aws_sns_topic"], by("arn"), "NotFound", () => "Topic does not exist"),
  queue: kind(
    ["aws_sqs_queue"],
    by("id", "url"),
    "AWS.SimpleQueueService.NonExistentQueue",
    () => "The specified queue does not exist.",
  ),
  repository: kind(
    ["aws_ecr_repository"],
    by("name"),
    "RepositoryNotFoundException",
    (name, { account }) =>
      `The repository with name '${name}' does not exist in the registry with id '${account}'`,
  ),
  deployApplication: kind(
    ["aws_codedeploy_app"],
    by("name"),
    "ApplicationDoesNotExistException",
    (name) => `No application found for name: ${name}`,
  ),
  deployConfiguration: kind(
    ["aws_codedeploy_deployment_config"],
    by("deployment_config_name"),
    "DeploymentConfigDoesNotExistException",
    (name) => `No deployment configuration found for name: ${name}`,
    { always: /^CodeDeployDefault\./ },
  ),
  deployedService: kind(
    ["aws_ecs_service"],
    by("name"),
    "InvalidECSServiceException",
    (name) => `The Amazon ECS service ${name} does not exist.`,
  ),
  eventRule: kind(
    ["aws_cloudwatch_event_rule"],
    by("name"),
    "ResourceNotFoundException",
    (name) => `Rule ${name} does not exist on EventBus default.`,
  ),
  hostedZone: kind(
    ["aws_route53_zone"],
    by("zone_id", "id"),
    "NoSuchHostedZone",
    (name) => `No hosted zone found with ID: ${name}`,
    // So begin the ids of public zones that the data source takes for granted.
    { isGlobal: true, always: /^Z0/ },
  ),
} satisfies Readonly<Record<string, ReferencedKind>>;

export type ReferencedKindName = keyof typeof referencedKinds;

/** Ids of what AWS makes along with something else, such as the main route table of a VPC. */
export function companionIds(values: Values): readonly (string | undefined)[] {
  return [
    ...by("default_route_table_id", "main_route_table_id", "default_security_group_id")(values),
    text(item(values, "master_user_secret") ?? {}, "secret_arn"),
  ];
}
