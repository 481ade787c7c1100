import { type Resources } from "./mistake";
import { arn, database, forward, id, mainSubnets, mainVpc, task, trust } from "./well-formed";

/** Something that a person takes out of a stack, and that AWS does not delete. */
export interface Deletion {
  /** Id of the rule that refuses it. */
  readonly rule: string;
  readonly address: string;
  /** What still uses it: forgotten by Terraform, not deleted. */
  readonly usedBy?: string;
  readonly says: readonly string[];
}

export const deletions: readonly Deletion[] = [
  {
    rule: "balancer-protected",
    address: "aws_lb.protected",
    says: ["OperationNotPermitted", "loadbalancer/app/protected", "enable_deletion_protection"],
  },
  {
    rule: "bucket-not-empty",
    address: "aws_s3_bucket.full",
    usedBy: "aws_s3_object.one",
    says: ["BucketNotEmpty", "(full-111111111111)", "force_destroy"],
  },
  {
    rule: "certificate-in-use",
    address: "aws_acm_certificate.used",
    usedBy: "aws_lb_listener.https",
    says: ["ResourceInUseException", "aws_lb_listener"],
  },
  {
    rule: "cluster-in-use",
    address: "aws_ecs_cluster.used",
    usedBy: "aws_ecs_service.app",
    says: ["ClusterContainsServicesException", "(used)", "app"],
  },
  {
    rule: "internet-gateway-in-use",
    address: "aws_internet_gateway.used",
    usedBy: "aws_nat_gateway.main",
    says: ["DependencyViolation", "aws_nat_gateway"],
  },
  {
    rule: "security-group-in-use",
    address: "aws_security_group.used",
    usedBy: "aws_ecs_service.app",
    says: ["DependencyViolation", "sg-", "aws_ecs_service app"],
  },
  {
    rule: "subnet-in-use",
    address: "aws_subnet.used",
    usedBy: "aws_ecs_service.app",
    says: ["DependencyViolation", "subnet-", "aws_ecs_service app"],
  },
  {
    rule: "target-group-in-use",
    address: "aws_lb_target_group.used",
    usedBy: "aws_lb_listener.https",
    says: ["ResourceInUse", "targetgroup/used", "aws_lb_listener"],
  },
  {
    rule: "vpc-in-use",
    address: "aws_vpc.used",
    usedBy: "aws_subnet.left",
    says: ["DependencyViolation", "vpc-", "aws_subnet subnet-"],
  },
  {
    rule: "waf-in-use",
    address: "aws_wafv2_web_acl.used",
    usedBy: "aws_wafv2_web_acl_association.used",
    says: ["WAFAssociatedItemException", "(used)", "loadbalancer/app/main"],
  },
  {
    rule: "zone-not-empty",
    address: "aws_route53_zone.used",
    usedBy: "aws_route53_record.left",
    says: ["HostedZoneNotEmpty", "(example.org)", "www"],
  },
  {
    rule: "database-deletion",
    address: "aws_db_instance.protected",
    says: ["InvalidParameterCombination", "(protected)", "deletion_protection"],
  },
  {
    rule: "database-deletion",
    address: "aws_db_instance.unnamed",
    says: ["(unnamed)", "final_snapshot_identifier is required"],
  },
  {
    rule: "resource-in-use",
    address: "aws_db_subnet_group.used",
    usedBy: "aws_db_instance.left",
    says: ["InvalidDBSubnetGroupStateFault", "left"],
  },
  {
    rule: "resource-in-use",
    address: "aws_db_parameter_group.used",
    usedBy: "aws_db_instance.left",
    says: ["InvalidDBParameterGroupState", "left"],
  },
  {
    rule: "resource-in-use",
    address: "aws_iam_role.used",
    usedBy: "aws_iam_role_policy_attachment.left",
    says: ["DeleteConflict", "(used)", "policy/used"],
  },
  {
    rule: "resource-in-use",
    address: "aws_iam_policy.used",
    usedBy: "aws_iam_role_policy_attachment.left",
    says: ["DeleteConflict", "(used)", "from used"],
  },
];

const visibility = {
  cloudwatch_metrics_enabled: false,
  metric_name: "used",
  sampled_requests_enabled: false,
};
const balancer = { internal: true, subnets: mainSubnets };

/** A stack with all of them, and with what uses them. */
export const beforeDeletion: Resources = {
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" }, used: { cidr_block: "10.1.0.0/16" } },
  aws_subnet: {
    a: { ...mainVpc, cidr_block: "10.0.0.0/24", availability_zone: "eu-west-1a" },
    b: { ...mainVpc, cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1b" },
    used: { ...mainVpc, cidr_block: "10.0.2.0/24", availability_zone: "eu-west-1a" },
    left: { vpc_id: id("aws_vpc.used"), cidr_block: "10.1.0.0/24" },
  },
  aws_internet_gateway: { used: mainVpc },
  aws_eip: { main: { domain: "vpc" } },
  aws_nat_gateway: {
    main: {
      subnet_id: id("aws_subnet.a"),
      allocation_id: id("aws_eip.main"),
      depends_on: ["aws_internet_gateway.used"],
    },
  },
  aws_security_group: { used: { name: "used", ...mainVpc } },
  aws_lb: {
    main: { name: "main", ...balancer },
    protected: { name: "protected", ...balancer, enable_deletion_protection: true },
  },
  aws_lb_target_group: { used: { name: "used", port: 80, protocol: "HTTP", target_type: "ip", ...mainVpc } },
  aws_acm_certificate: { used: { private_key: "key", certificate_body: "body" } },
  aws_lb_listener: {
    https: {
      load_balancer_arn: arn("aws_lb.main"),
      port: 443,
      protocol: "HTTPS",
      certificate_arn: arn("aws_acm_certificate.used"),
      default_action: [forward(arn("aws_lb_target_group.used"))],
    },
  },
  aws_wafv2_web_acl: {
    used: { name: "used", scope: "REGIONAL", default_action: { allow: {} }, visibility_config: visibility },
  },
  aws_wafv2_web_acl_association: {
    used: { web_acl_arn: arn("aws_wafv2_web_acl.used"), resource_arn: arn("aws_lb.main") },
  },
  aws_s3_bucket: { full: { bucket: "full-111111111111" } },
  aws_s3_object: { one: { bucket: id("aws_s3_bucket.full"), key: "one", content: "1" } },
  aws_route53_zone: { used: { name: "example.org" } },
  aws_route53_record: {
    left: { zone_id: id("aws_route53_zone.used"), name: "www", type: "A", ttl: 60, records: ["192.0.2.1"] },
  },
  aws_ecs_cluster: { used: { name: "used" } },
  aws_ecs_task_definition: { main: task },
  aws_ecs_service: {
    app: {
      name: "app",
      cluster: arn("aws_ecs_cluster.used"),
      task_definition: arn("aws_ecs_task_definition.main"),
      launch_type: "FARGATE",
      network_configuration: {
        subnets: [id("aws_subnet.used")],
        security_groups: [id("aws_security_group.used")],
      },
    },
  },
  aws_db_subnet_group: { used: { name: "used", subnet_ids: mainSubnets } },
  aws_db_parameter_group: { used: { name: "used", family: "postgres16" } },
  aws_db_instance: {
    protected: { identifier: "protected", ...database, deletion_protection: true },
    unnamed: { identifier: "unnamed", ...database, skip_final_snapshot: false },
    left: {
      identifier: "left",
      ...database,
      db_subnet_group_name: "${aws_db_subnet_group.used.name}",
      parameter_group_name: "${aws_db_parameter_group.used.name}",
    },
  },
  aws_iam_role: { used: { name: "used", assume_role_policy: trust("ecs-tasks.amazonaws.com") } },
  aws_iam_policy: {
    used: {
      name: "used",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
      }),
    },
  },
  aws_iam_role_policy_attachment: {
    left: { role: "${aws_iam_role.used.name}", policy_arn: arn("aws_iam_policy.used") },
  },
};

/** The stack without them, and without what uses them: Terraform deletes the former and forgets the latter. */
export function afterDeletion(): { readonly resource: Resources; readonly removed: readonly unknown[] } {
  const forgotten = [...new Set(deletions.flatMap(({ usedBy }) => usedBy ?? []))];
  const gone = new Set([...deletions.map(({ address }) => address), ...forgotten]);
  const left = Object.entries(beforeDeletion).map(([type, named]) => {
    const kept = Object.entries(named).filter(([name]) => !gone.has(`${type}.${name}`));
    return [type, Object.fromEntries(kept)] as const;
  });
  return {
    resource: Object.fromEntries(left.filter(([, kept]) => Object.keys(kept).length > 0)),
    removed: forgotten.map((from) => ({ from, lifecycle: { destroy: false } })),
  };
}
