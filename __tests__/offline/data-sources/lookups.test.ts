import { type Values } from "../../../offline/values/value";
import { account, existing, refusal, values } from "./world";

interface Case {
  readonly type: string;
  /** Attributes of the resource that is there. */
  readonly there: Values;
  /** @default - the type of the data source */
  readonly resource?: string;
  readonly asked: Values;
  readonly shown: Values;
  /** Asked for what is not there. */
  readonly wrong: Values;
  readonly no: string | RegExp;
}

const arn = (service: string, name: string): string => `arn:aws:${service}:eu-west-1:${account}:${name}`;
const lb = arn("elasticloadbalancing", "loadbalancer/app/dev/1");

const cases: readonly Case[] = [
  {
    type: "aws_vpc",
    there: { id: "vpc-1", cidr_block: "10.0.0.0/16", tags_all: { Name: "dev" } },
    asked: { tags: { Name: "dev" } },
    shown: {
      id: "vpc-1",
      owner_id: account,
      tags: { Name: "dev" },
      cidr_block_associations: [
        { association_id: "vpc-cidr-assoc-1", cidr_block: "10.0.0.0/16", state: "associated" },
      ],
    },
    wrong: { id: "vpc-2" },
    no: "no matching EC2 VPC found",
  },
  {
    type: "aws_subnet",
    there: { id: "subnet-1", cidr_block: "10.0.0.0/24", vpc_id: "vpc-1", availability_zone: "eu-west-1a" },
    asked: { vpc_id: "vpc-1", availability_zone: "eu-west-1a" },
    shown: { id: "subnet-1", available_ip_address_count: 251, state: "available" },
    wrong: { vpc_id: "vpc-2" },
    no: "no matching EC2 Subnet found",
  },
  {
    type: "aws_security_group",
    there: { id: "sg-1", name: "dev-api", vpc_id: "vpc-1" },
    asked: { name: "dev-api", vpc_id: "vpc-1" },
    shown: { id: "sg-1", name: "dev-api" },
    wrong: { name: "api" },
    no: "no matching EC2 Security Group found",
  },
  {
    type: "aws_route_table",
    there: { id: "rtb-1", vpc_id: "vpc-1", route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] },
    asked: { route_table_id: "rtb-1" },
    shown: { route_table_id: "rtb-1", associations: [] },
    wrong: { route_table_id: "rtb-2" },
    no: "no matching EC2 Route Table found",
  },
  {
    type: "aws_internet_gateway",
    there: { id: "igw-1", vpc_id: "vpc-1" },
    asked: { filter: [{ name: "attachment.vpc-id", values: ["vpc-1"] }] },
    shown: { internet_gateway_id: "igw-1", attachments: [{ state: "available", vpc_id: "vpc-1" }] },
    wrong: { internet_gateway_id: "igw-2" },
    no: "no matching EC2 Internet Gateway found",
  },
  {
    type: "aws_nat_gateway",
    there: { id: "nat-1", subnet_id: "subnet-1", public_ip: "192.0.2.1" },
    asked: { subnet_id: "subnet-1" },
    shown: { id: "nat-1", public_ip: "192.0.2.1", state: "available" },
    wrong: { subnet_id: "subnet-2" },
    no: "no matching EC2 NAT Gateway found",
  },
  {
    type: "aws_eip",
    there: { id: "eipalloc-1", public_ip: "192.0.2.1" },
    asked: { public_ip: "192.0.2.1" },
    shown: { id: "eipalloc-1" },
    wrong: { id: "eipalloc-2" },
    no: "no matching EC2 EIP found",
  },
  {
    type: "aws_vpc_endpoint",
    there: { id: "vpce-1", vpc_id: "vpc-1", service_name: "com.amazonaws.eu-west-1.s3" },
    asked: { vpc_id: "vpc-1", service_name: "com.amazonaws.eu-west-1.s3" },
    shown: { id: "vpce-1", state: "available" },
    wrong: { vpc_id: "vpc-2" },
    no: "no matching EC2 VPC Endpoint found",
  },
  {
    type: "aws_lb",
    there: { arn: lb, name: "dev", dns_name: "dev.example" },
    asked: { name: "dev" },
    shown: { id: lb, dns_name: "dev.example" },
    wrong: { name: "uat" },
    no: "Load balancers '[uat]' not found",
  },
  {
    type: "aws_lb_listener",
    there: { arn: "listener", load_balancer_arn: lb, port: 443 },
    asked: { load_balancer_arn: lb, port: 443 },
    shown: { arn: "listener" },
    wrong: { arn: "other" },
    no: "One or more listeners not found",
  },
  {
    type: "aws_lb_listener_rule",
    there: { arn: "rule", listener_arn: "listener", priority: 10 },
    asked: { listener_arn: "listener", priority: 10 },
    shown: { arn: "rule" },
    wrong: { listener_arn: "listener", priority: 11 },
    no: "One or more rules not found",
  },
  {
    type: "aws_lb_target_group",
    there: { arn: "group", name: "dev-api", deregistration_delay: 30 },
    asked: { name: "dev-api" },
    shown: { arn: "group", deregistration_delay: "30", load_balancer_arns: [] },
    wrong: { name: "dev-web" },
    no: "One or more target groups not found",
  },
  {
    type: "aws_iam_role",
    there: { name: "deploy", arn: "arn:aws:iam::1:role/deploy", unique_id: "AROA1" },
    asked: { name: "deploy" },
    shown: { id: "deploy", unique_id: "AROA1", role_last_used: [] },
    wrong: { name: "plan" },
    no: "reading IAM Role (plan): couldn't find resource",
  },
  {
    type: "aws_iam_policy",
    there: { name: "read", arn: "arn:aws:iam::1:policy/read", path: "/team/" },
    asked: { name: "read", path_prefix: "/team" },
    shown: { arn: "arn:aws:iam::1:policy/read" },
    wrong: { name: "write" },
    no: "no IAM policy found matching criteria (Name: write); try different search",
  },
  {
    type: "aws_iam_openid_connect_provider",
    there: { arn: "provider", url: "https://gitlab.com", client_id_list: ["sts"] },
    asked: { url: "https://gitlab.com" },
    shown: { arn: "provider", url: "gitlab.com" },
    wrong: { url: "https://github.com" },
    no: "finding IAM OIDC Provider by url (https://github.com): not found",
  },
  {
    type: "aws_ecs_cluster",
    there: { name: "dev", arn: "cluster" },
    asked: { cluster_name: "dev" },
    shown: { arn: "cluster", status: "ACTIVE" },
    wrong: { cluster_name: "uat" },
    no: "reading ECS Cluster (uat): couldn't find resource",
  },
  {
    type: "aws_ecs_service",
    there: { name: "api", cluster: arn("ecs", "cluster/dev"), id: "service", desired_count: 2 },
    asked: { service_name: "api", cluster_arn: "dev" },
    shown: { arn: "service", desired_count: 2, running_count: 2 },
    wrong: { service_name: "api", cluster_arn: "uat" },
    no: "reading ECS Service (api): couldn't find resource",
  },
  {
    type: "aws_ecr_repository",
    there: { name: "api", repository_url: "registry/api" },
    asked: { name: "api" },
    shown: { id: "api", repository_url: "registry/api" },
    wrong: { name: "web" },
    no: "reading ECR Repository (web): couldn't find resource",
  },
  {
    type: "aws_ssm_parameter",
    there: { name: "/dev/a", type: "String", value: "1", version: 1 },
    asked: { name: "/dev/a" },
    shown: { id: "/dev/a", value: "1", insecure_value: "1" },
    wrong: { name: "/dev/b" },
    no: "reading SSM Parameter (/dev/b): couldn't find resource",
  },
  {
    type: "aws_secretsmanager_secret",
    there: { name: "dev/db", arn: "secret" },
    asked: { name: "dev/db" },
    shown: { id: "secret", arn: "secret" },
    wrong: { name: "dev/x" },
    no: "reading Secrets Manager Secret (dev/x): couldn't find resource",
  },
  {
    type: "aws_kms_key",
    there: { key_id: "1-2", arn: arn("kms", "key/1-2"), is_enabled: true },
    asked: { key_id: "1-2" },
    shown: { id: "1-2", key_state: "Enabled", key_manager: "CUSTOMER" },
    wrong: { key_id: "3-4" },
    no: `Key '${arn("kms", "key/3-4")}' does not exist`,
  },
  {
    type: "aws_kms_alias",
    there: { name: "alias/dev", target_key_id: "1-2" },
    asked: { name: "alias/dev" },
    shown: { target_key_id: "1-2" },
    wrong: { name: "alias/uat" },
    no: "reading KMS Alias (alias/uat): couldn't find resource",
  },
  {
    type: "aws_db_instance",
    there: { identifier: "dev", instance_class: "db.t4g.micro", parameter_group_name: "pg", port: 5432 },
    asked: { db_instance_identifier: "dev" },
    shown: { db_instance_class: "db.t4g.micro", db_parameter_groups: ["pg"], db_instance_port: 5432 },
    wrong: { db_instance_identifier: "uat" },
    no: "DBInstance uat not found.",
  },
  {
    type: "aws_db_subnet_group",
    there: { name: "dev", subnet_ids: ["subnet-1"] },
    asked: { name: "dev" },
    shown: { id: "dev", subnet_ids: ["subnet-1"], status: "Complete" },
    wrong: { name: "uat" },
    no: "no matching RDS DB Subnet Group found",
  },
  {
    type: "aws_db_snapshot",
    there: { db_snapshot_identifier: "last", db_instance_identifier: "dev" },
    asked: { db_instance_identifier: "dev" },
    shown: { db_snapshot_identifier: "last", status: "available" },
    wrong: { db_instance_identifier: "uat" },
    no: /^Your query returned no results/,
  },
  {
    type: "aws_s3_bucket",
    there: { bucket: "logs", arn: "arn:aws:s3:::logs" },
    asked: { bucket: "logs" },
    shown: { id: "logs", bucket_regional_domain_name: "logs.s3.eu-west-1.amazonaws.com" },
    wrong: { bucket: "other" },
    no: "reading S3 Bucket (other): couldn't find resource",
  },
  {
    type: "aws_s3_object",
    there: { bucket: "logs", key: "a.txt", content: "äb" },
    asked: { bucket: "logs", key: "a.txt" },
    shown: { body: "äb", content_length: 3 },
    wrong: { bucket: "logs", key: "b.txt" },
    no: "reading S3 Bucket (logs) Object (b.txt): couldn't find resource",
  },
  {
    type: "aws_cloudwatch_log_group",
    there: { name: "/ecs/dev", retention_in_days: 30 },
    asked: { name: "/ecs/dev" },
    shown: { id: "/ecs/dev", retention_in_days: 30 },
    wrong: { name: "/ecs/uat" },
    no: "reading CloudWatch Logs Log Group (/ecs/uat): couldn't find resource",
  },
  {
    type: "aws_sns_topic",
    there: { name: "alarms", arn: "topic" },
    asked: { name: "alarms" },
    shown: { id: "topic" },
    wrong: { name: "x" },
    no: "no matching SNS Topic found",
  },
  {
    type: "aws_sqs_queue",
    there: { name: "jobs", arn: "queue", url: "https://queue" },
    asked: { name: "jobs" },
    shown: { id: "https://queue", url: "https://queue" },
    wrong: { name: "x" },
    no: "The specified queue does not exist.",
  },
];

describe.each(cases)("$type", ({ type, resource = type, there, asked, shown, wrong, no }) => {
  const thing = existing(resource, there);

  test("shows what exists", () => {
    expect(values(type, asked, [thing])).toMatchObject(shown);
  });

  test("says AWS's no to what does not exist", () => {
    const message = refusal(type, wrong, [thing]);
    if (typeof no === "string") expect(message).toBe(no);
    else expect(message).toMatch(no);
  });

  test("refuses to choose between two", () => {
    const another = { ...thing, key: "another" };
    expect(refusal(type, asked, [thing, another])).toMatch(
      /^multiple .*; use additional constraints to reduce/,
    );
  });
});

describe("a lookup", () => {
  const there = existing("aws_vpc", { id: "vpc-1" });

  test("names the noun of what matches more than once", () => {
    expect(refusal("aws_vpc", {}, [there, { ...there, key: "b" }])).toBe(
      "multiple EC2 VPCs matched; use additional constraints to reduce matches to a single EC2 VPC",
    );
  });

  test("does not see other regions", () => {
    expect(refusal("aws_vpc", { id: "vpc-1" }, [there], "eu-central-1")).toBe("no matching EC2 VPC found");
  });

  test("sees roles of any region", () => {
    const role = existing("aws_iam_role", { name: "deploy" }, "us-east-1");
    expect(values("aws_iam_role", { name: "deploy" }, [role])).toMatchObject({ name: "deploy" });
  });

  test("refuses a filter that it does not know", () => {
    const filter = [{ name: "colour", values: ["red"] }];
    expect(refusal("aws_vpc", { filter }, [there])).toBe("The filter 'colour' is invalid");
  });
});
