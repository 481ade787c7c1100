import { type Config, type Mistake, mistake } from "./mistake";
import {
  arn,
  behindBalancer,
  database,
  everybody,
  forward,
  id,
  mainGroup,
  mainGroupArn,
  mainSubnets,
  mainVpc,
  otherVpc,
  service,
  task,
  trust,
} from "./well-formed";

const near = (rule: string, what: string, type: string, config: Config) => mistake(rule, what, type, config);
const listenerRule = (rule: string, what: string, priority: number, config: Config) =>
  near(rule, what, "aws_lb_listener_rule", {
    listener_arn: arn("aws_lb_listener.main"),
    priority,
    condition: [{ path_pattern: { values: ["/*"] } }],
    action: [forward(mainGroupArn)],
    ...config,
  });
const targetGroup = (rule: string, what: string, config: Config) =>
  near(rule, what, "aws_lb_target_group", {
    port: 80,
    protocol: "HTTP",
    target_type: "ip",
    ...mainVpc,
    ...config,
  });
const groupRule = (rule: string, what: string, config: Config) =>
  near(rule, what, "aws_vpc_security_group_ingress_rule", {
    security_group_id: mainGroup,
    ...everybody,
    ...config,
  });
const taskOf = (rule: string, what: string, config: Config) =>
  near(rule, what, "aws_ecs_task_definition", { ...task, family: what.replaceAll(" ", "-"), ...config });
const serviceOf = (rule: string, what: string, config: Config) =>
  near(rule, what, "aws_ecs_service", { name: `${rule}-near`, ...service, ...config });
const record = (rule: string, what: string, config: Config) =>
  near(rule, what, "aws_route53_record", { zone_id: id("aws_route53_zone.main"), ttl: 60, ...config });

const containers = Array.from({ length: 10 }, (_, at) => ({
  name: `c${at}`,
  image: "a:1",
  cpu: 25,
  memory: 51,
}));
const fiftyTags = Object.fromEntries(
  Array.from({ length: 50 }, (_, at) => [`tag${at}`.padEnd(128, "x"), "x".repeat(256)]),
);

/** What a rule almost refuses: the value exactly at a limit, the same name where it is another. AWS takes all of it. */
export const nearMisses: readonly Mistake[] = [
  near("balancer-name", "32 characters", "aws_lb", {
    name: "l".repeat(32),
    internal: true,
    subnets: mainSubnets,
  }),
  near("balancer-subnets", "network balancer in one zone", "aws_lb", {
    name: "one-zone",
    load_balancer_type: "network",
    internal: true,
    subnets: [id("aws_subnet.a")],
  }),
  near("bucket-name", "63 characters", "aws_s3_bucket", { bucket: "b".repeat(63) }),
  near("endpoint-private-dns", "another service", "aws_vpc_endpoint", {
    ...mainVpc,
    vpc_endpoint_type: "Interface",
    service_name: "com.amazonaws.eu-west-1.ecr.dkr",
    private_dns_enabled: true,
    subnet_ids: mainSubnets,
  }),
  listenerRule("forward-weights", "all and nothing", 10, {
    action: [
      {
        type: "forward",
        forward: {
          target_group: [
            { arn: mainGroupArn, weight: 999 },
            { arn: arn("aws_lb_target_group.main2"), weight: 0 },
          ],
        },
      },
    ],
  }),
  groupRule("group-rule-duplicate", "another port", { from_port: 444, to_port: 444 }),
  groupRule("group-rule-ports", "the largest port", { from_port: 65535, to_port: 65535 }),
  groupRule("group-rule-description", "255 characters", {
    cidr_ipv4: "10.0.0.1/32",
    description: "d".repeat(255),
  }),
  near("key-deletion-window", "a week", "aws_kms_key", { deletion_window_in_days: 7 }),
  near("key-deletion-window", "a month", "aws_kms_key", { deletion_window_in_days: 30 }),
  near("listener-redirect-loop", "to HTTPS", "aws_lb_listener", {
    load_balancer_arn: arn("aws_lb.main"),
    port: 8080,
    protocol: "HTTP",
    default_action: [
      { type: "redirect", redirect: { port: "443", protocol: "HTTPS", status_code: "HTTP_301" } },
    ],
  }),
  listenerRule("listener-rule-conditions", "five values", 11, {
    condition: [
      { path_pattern: { values: ["/1", "/2", "/3"] } },
      { host_header: { values: ["a.example.org", "b.example.org"] } },
    ],
  }),
  listenerRule("listener-rule-priority", "the largest", 50_000, {}),
  listenerRule("listener-rule-priority-taken", "of another listener", 1, {
    listener_arn: arn("aws_lb_listener.second"),
    action: [forward(arn("aws_lb_target_group.instances"))],
  }),
  near("log-group-name", "512 characters", "aws_cloudwatch_log_group", {
    name: "/".padEnd(512, "x"),
    retention_in_days: 3653,
  }),
  record("record-duplicate", "another type", { name: "www", type: "AAAA", records: ["2001:db8::1"] }),
  record("record-cname", "another name", { name: "shop", type: "CNAME", records: ["www.example.org"] }),
  near("security-group-duplicate", "another VPC", "aws_security_group", { name: "main", ...otherVpc }),
  near("security-group-text", "255 characters", "aws_security_group", { name: "g".repeat(255), ...mainVpc }),
  near("subnet-outside-vpc", "the last addresses", "aws_subnet", {
    ...mainVpc,
    cidr_block: "10.0.255.240/28",
    availability_zone: "eu-west-1c",
  }),
  near("subnet-overlap", "beside another", "aws_subnet", { ...mainVpc, cidr_block: "10.0.3.0/24" }),
  targetGroup("target-group-delay", "an hour", { deregistration_delay: "3600" }),
  targetGroup("target-group-health-check", "one second less", {
    health_check: { interval: 121, timeout: 120 },
  }),
  targetGroup("target-group-name", "32 characters", { name: "t".repeat(32) }),
  near("vpc-size", "the smallest", "aws_vpc", { cidr_block: "10.2.0.0/28" }),
  near("zone-conflict", "another VPC", "aws_route53_zone", { name: "corp.internal", vpc: otherVpc }),
  taskOf("container-definitions", "ten containers", { container_definitions: JSON.stringify(containers) }),
  taskOf("fargate-size", "the most memory of the least CPU", { cpu: "256", memory: "2048" }),
  taskOf("fargate-size", "the largest", { cpu: "16384", memory: "122880" }),
  taskOf("name-syntax", "family with every character", { family: `aZ9_-${"x".repeat(250)}` }),
  near("database-settings", "five weeks", "aws_db_instance", {
    identifier: "near",
    ...database,
    backup_retention_period: 35,
  }),
  near("database-fit", "own parameters", "aws_db_instance", {
    identifier: "fits",
    ...database,
    parameter_group_name: "${aws_db_parameter_group.main.name}",
  }),
  near("database-subnet-group", "three subnets in two zones", "aws_db_subnet_group", {
    name: "near",
    subnet_ids: [...mainSubnets, id("aws_subnet.a2")],
  }),
  near("name-syntax", "64 characters", "aws_iam_role", {
    name: "r".repeat(64),
    assume_role_policy: trust("ecs.amazonaws.com"),
  }),
  near("duplicate-name", "service of another cluster", "aws_ecs_service", {
    name: "main",
    ...service,
    cluster: arn("aws_ecs_cluster.second"),
  }),
  near("scaling-target", "as many as there may be", "aws_appautoscaling_target", {
    service_namespace: "ecs",
    scalable_dimension: "ecs:service:DesiredCount",
    resource_id: "service/main/spread",
    min_capacity: 3,
    max_capacity: 3,
    depends_on: ["aws_ecs_service.spread"],
  }),
  near("secret-settings", "4096 characters", "aws_ssm_parameter", {
    name: "/near",
    type: "String",
    tier: "Standard",
    value: "x".repeat(4096),
  }),
  serviceOf("service-settings", "room for a deployment", {
    ...behindBalancer,
    deployment_maximum_percent: 101,
    deployment_minimum_healthy_percent: 100,
    health_check_grace_period_seconds: 60,
  }),
  serviceOf("traffic-shift", "a day of baking", {
    deployment_configuration: { strategy: "BLUE_GREEN", bake_time_in_minutes: 1440 },
  }),
  near("tag-syntax", "fifty long tags", "aws_sns_topic", { name: "near", tags: fiftyTags }),
];
