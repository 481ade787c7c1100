import { behaviours } from "../../../offline/resources/behaviours";
import { type Values } from "../../../offline/values/value";
import { anAwsContext } from "./an-aws-context";

const here = "eu-west-1:111111111111";
const hex17 = "0[0-9a-f]{16}";
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const balancer = `arn:aws:elasticloadbalancing:${here}:loadbalancer/app/dev-public/0123456789abcdef`;
const listener = balancer.replace("loadbalancer", "listener") + "/0123456789abcdef";

function made(type: string, given: Values): Values {
  return behaviours.get(type)?.create(given, anAwsContext()) ?? {};
}

describe("An ARN has the account and region it lives in", () => {
  test.each<[string, Values, string]>([
    ["aws_vpc", {}, `arn:aws:ec2:${here}:vpc/vpc-${hex17}`],
    ["aws_subnet", {}, `arn:aws:ec2:${here}:subnet/subnet-${hex17}`],
    ["aws_internet_gateway", {}, `arn:aws:ec2:${here}:internet-gateway/igw-${hex17}`],
    ["aws_route_table", {}, `arn:aws:ec2:${here}:route-table/rtb-${hex17}`],
    ["aws_security_group", { name: "web" }, `arn:aws:ec2:${here}:security-group/sg-${hex17}`],
    ["aws_vpc_security_group_ingress_rule", {}, `arn:aws:ec2:${here}:security-group-rule/sgr-${hex17}`],
    ["aws_vpc_security_group_egress_rule", {}, `arn:aws:ec2:${here}:security-group-rule/sgr-${hex17}`],
    ["aws_vpc_endpoint", {}, `arn:aws:ec2:${here}:vpc-endpoint/vpce-${hex17}`],
    ["aws_flow_log", {}, `arn:aws:ec2:${here}:vpc-flow-log/fl-${hex17}`],
    ["aws_eip", {}, `arn:aws:ec2:${here}:elastic-ip/eipalloc-${hex17}`],
    ["aws_lb", { name: "a" }, `arn:aws:elasticloadbalancing:${here}:loadbalancer/app/a/[0-9a-f]{16}`],
    ["aws_lb_listener", { load_balancer_arn: balancer }, `${listener.slice(0, -17)}/[0-9a-f]{16}`],
    [
      "aws_lb_listener_rule",
      { listener_arn: listener },
      `${listener.replace(":listener", ":listener-rule")}/[0-9a-f]{16}`,
    ],
    ["aws_lb_target_group", { name: "a" }, `arn:aws:elasticloadbalancing:${here}:targetgroup/a/[0-9a-f]{16}`],
    ["aws_route53_zone", { name: "dev.internal" }, "arn:aws:route53:::hostedzone/Z[0-9A-Z]{20}"],
    ["aws_acm_certificate", { domain_name: "a.example" }, `arn:aws:acm:${here}:certificate/${uuid}`],
    [
      "aws_wafv2_web_acl",
      { name: "edge", scope: "REGIONAL" },
      `arn:aws:wafv2:${here}:regional/webacl/edge/${uuid}`,
    ],
    [
      "aws_wafv2_web_acl",
      { name: "edge", scope: "CLOUDFRONT" },
      `arn:aws:wafv2:us-east-1:111111111111:global/webacl/edge/${uuid}`,
    ],
    ["aws_s3_bucket", { bucket: "dev-logs" }, "arn:aws:s3:::dev-logs"],
    ["aws_kms_key", {}, `arn:aws:kms:${here}:key/${uuid}`],
    ["aws_kms_alias", { name: "alias/dev" }, `arn:aws:kms:${here}:alias/dev`],
    ["aws_cloudwatch_log_group", { name: "/ecs/dev" }, `arn:aws:logs:${here}:log-group:/ecs/dev`],
    ["aws_ssm_parameter", { name: "/delivery/dev" }, `arn:aws:ssm:${here}:parameter/delivery/dev`],
    ["aws_ssm_parameter", { name: "plain" }, `arn:aws:ssm:${here}:parameter/plain`],
    [
      "aws_secretsmanager_secret",
      { name: "dev/key" },
      `arn:aws:secretsmanager:${here}:secret:dev/key-[A-Za-z0-9]{6}`,
    ],
  ])("%s %j", (type, given, pattern) => {
    expect(made(type, given)["arn"]).toMatch(new RegExp(`^${pattern}$`));
  });
});

describe("An id", () => {
  test.each<[string, Values, string]>([
    ["aws_route", { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0" }, "r-rtb-11080289494"],
    ["aws_route53_record", { zone_id: "Z1", name: "Shop.example", type: "A" }, "Z1_shop.example_A"],
    ["aws_route53_record", { zone_id: "Z1", name: "_a.shop.", type: "CNAME" }, "Z1__a.shop_CNAME"],
    ["aws_s3_bucket_policy", { bucket: "dev-logs" }, "dev-logs"],
    ["aws_s3_bucket_versioning", { bucket: "dev-logs" }, "dev-logs"],
    ["aws_s3_object", { bucket: "dev-logs", key: "a/b" }, "dev-logs/a/b"],
    ["aws_kms_alias", { name: "alias/dev" }, "alias/dev"],
    ["aws_cloudwatch_log_group", { name: "/ecs/dev" }, "/ecs/dev"],
    ["aws_secretsmanager_secret_rotation", { secret_id: "arn:secret" }, "arn:secret"],
    ["aws_wafv2_web_acl_association", { web_acl_arn: "arn:acl", resource_arn: "arn:lb" }, "arn:acl,arn:lb"],
  ])("of %s %j is %s", (type, given, id) => {
    expect(made(type, given)["id"]).toBe(id);
  });
});

describe("What people import", () => {
  test.each<[string, Values, string]>([
    ["aws_route", { route_table_id: "rtb-1", destination_cidr_block: "10.0.0.0/8" }, "rtb-1_10.0.0.0/8"],
    ["aws_route_table_association", { subnet_id: "subnet-1", route_table_id: "rtb-1" }, "subnet-1/rtb-1"],
    ["aws_default_route_table", { vpc_id: "vpc-1" }, "vpc-1"],
    ["aws_wafv2_web_acl", { id: "1", name: "edge", scope: "REGIONAL" }, "1/edge/REGIONAL"],
    [
      "aws_security_group_rule",
      {
        security_group_id: "sg-1",
        type: "ingress",
        protocol: "tcp",
        from_port: 80,
        to_port: 80,
        cidr_blocks: ["10.0.0.0/8"],
      },
      "sg-1_ingress_tcp_80_80_10.0.0.0/8",
    ],
  ])("of %s %j is %s", (type, values, id) => {
    expect(behaviours.get(type)?.importId?.(values)).toBe(id);
  });
});
