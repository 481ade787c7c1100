import { networkRules } from "../../../../verify/rules/network/rules";
import { describeRules, findingsInOurs } from "../../../support/rule-cases";

const vpc = { cidr_block: "10.0.0.0/16" };
const group = { vpc_id: "${aws_vpc.main.id}" };
const nothing = { "aws_sqs_queue.jobs": {} };

const logged = (log: object, logGroup: object = { retention_in_days: 30 }) =>
  ({
    "aws_vpc.main": vpc,
    "aws_flow_log.main": {
      vpc_id: "${aws_vpc.main.id}",
      traffic_type: "ALL",
      log_destination: "${aws_cloudwatch_log_group.flow.arn}",
      ...log,
    },
    "aws_cloudwatch_log_group.flow": logGroup,
  }) as const;

const worn = (lifecycle: object) =>
  ({
    "aws_security_group.api": { ...group, ...lifecycle },
    "aws_lb.public": { security_groups: ["${aws_security_group.api.id}"] },
  }) as const;

describeRules(networkRules, {
  "vpc-flow-logs": {
    passes: {
      "all traffic": logged({}),
      "refused traffic": logged({ traffic_type: "REJECT" }),
      "a bucket, which has no retention": {
        "aws_vpc.main": vpc,
        "aws_flow_log.main": {
          vpc_id: "${aws_vpc.main.id}",
          traffic_type: "ALL",
          log_destination: "arn:aws:s3:::logs",
        },
      },
    },
    fails: {
      "no log": [{ "aws_vpc.main": vpc }, "aws_vpc.main : no aws_flow_log for it"],
      "a log of another VPC": [
        { ...logged({}), "aws_vpc.other": vpc },
        "aws_vpc.other : no aws_flow_log for it",
      ],
      "accepted traffic only": [
        logged({ traffic_type: "ACCEPT" }),
        'aws_flow_log.main traffic_type: "ACCEPT"',
      ],
      "traffic that only the caller knows": [
        logged({ traffic_type: "${var.traffic}" }),
        "aws_flow_log.main traffic_type: var.traffic",
      ],
      "a log group for ever": [logged({}, {}), "aws_cloudwatch_log_group.flow retention_in_days: nothing"],
      "retention 0, which means for ever": [
        logged({}, { retention_in_days: 0 }),
        "aws_cloudwatch_log_group.flow retention_in_days: 0",
      ],
    },
    isNotAbout: { "files without a VPC": nothing },
  },
  "default-security-group-closed": {
    passes: {
      "neither direction": { "aws_vpc.main": vpc, "aws_default_security_group.main": group },
      "empty lists": {
        "aws_vpc.main": vpc,
        "aws_default_security_group.main": { ...group, ingress: [], egress: [] },
      },
    },
    fails: {
      "a group that Terraform does not know": [
        { "aws_vpc.main": vpc },
        "aws_vpc.main : no aws_default_security_group for it",
      ],
      "rules in both directions": [
        {
          "aws_vpc.main": vpc,
          "aws_default_security_group.main": { ...group, ingress: [{ self: true }], egress: [{}, {}] },
        },
        "aws_default_security_group.main ingress: 1 rule",
        "aws_default_security_group.main egress: 2 rules",
      ],
      "a rule beside the group": [
        {
          "aws_default_security_group.main": group,
          "aws_vpc_security_group_ingress_rule.in": {
            security_group_id: "${aws_default_security_group.main.id}",
          },
        },
        "aws_vpc_security_group_ingress_rule.in security_group_id: aws_default_security_group.main.id",
      ],
      "a rule by the VPC's word for the group": [
        {
          "aws_vpc.main": vpc,
          "aws_default_security_group.main": group,
          "aws_security_group_rule.in": { security_group_id: "${aws_vpc.main.default_security_group_id}" },
        },
        "aws_security_group_rule.in security_group_id: aws_vpc.main.default_security_group_id",
      ],
      "rules that only the caller knows": [
        { "aws_default_security_group.main": { ingress: "${var.rules}" } },
        "aws_default_security_group.main ingress: var.rules",
      ],
    },
    isNotAbout: { "files without a VPC": nothing },
  },
  "subnets-give-no-public-address": {
    passes: {
      "nothing said": { "aws_subnet.a": {} },
      false: { "aws_subnet.a": { map_public_ip_on_launch: false } },
      "a variable with the default false": {
        "aws_subnet.a": { map_public_ip_on_launch: "${local.public}" },
        locals: { public: false },
      },
    },
    fails: {
      true: [
        { "aws_subnet.a": { map_public_ip_on_launch: true } },
        "aws_subnet.a map_public_ip_on_launch: true",
      ],
      "a variable without default": [
        { "aws_subnet.a": { map_public_ip_on_launch: "${var.public}" } },
        "aws_subnet.a map_public_ip_on_launch: var.public",
      ],
    },
    isNotAbout: { "files without subnets": nothing },
  },
  "security-group-rules-say-why": {
    passes: {
      "a description": { "aws_vpc_security_group_ingress_rule.in": { description: "API reads orders" } },
      "a description of a variable": { "aws_security_group_rule.in": { description: "${var.why}" } },
      "inline rules": { "aws_security_group.api": { ingress: [{ description: "Health checks" }] } },
    },
    fails: {
      "an ingress rule": [
        { "aws_vpc_security_group_ingress_rule.in": { description: "" } },
        "aws_vpc_security_group_ingress_rule.in description: nothing",
      ],
      "a description of spaces": [
        { "aws_vpc_security_group_ingress_rule.in": { description: "  " } },
        "aws_vpc_security_group_ingress_rule.in description: nothing",
      ],
      "an egress rule": [
        { "aws_vpc_security_group_egress_rule.out": {} },
        "aws_vpc_security_group_egress_rule.out description: nothing",
      ],
      "a rule of the older kind": [
        { "aws_security_group_rule.in": { type: "ingress" } },
        "aws_security_group_rule.in description: nothing",
      ],
      "the second inline rule": [
        { "aws_security_group.api": { egress: [{ description: "S3" }, { from_port: 443 }] } },
        "aws_security_group.api egress.1.description: nothing",
      ],
    },
    isNotAbout: { "groups without rules": { "aws_security_group.api": group } },
  },
  "security-groups-are-replaced-safely": {
    passes: { create_before_destroy: worn({ lifecycle: { create_before_destroy: true } }) },
    fails: {
      "no lifecycle": [worn({}), "aws_security_group.api lifecycle.create_before_destroy: nothing"],
      "another lifecycle": [
        worn({ lifecycle: [{ prevent_destroy: true }] }),
        "aws_security_group.api lifecycle.create_before_destroy: nothing",
      ],
    },
    isNotAbout: {
      "a group that only rules name": {
        "aws_security_group.api": group,
        "aws_vpc_security_group_ingress_rule.in": { security_group_id: "${aws_security_group.api.id}" },
      },
    },
  },
});

test("our own environments keep the rules about networks", () => {
  expect(findingsInOurs(networkRules)).toEqual([]);
});
