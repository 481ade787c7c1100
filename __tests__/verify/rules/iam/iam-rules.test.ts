import { iamRules } from "../../../../verify/rules/iam/rules";
import { describeRules, findingsInOurs } from "../../../support/rule-cases";
import { trustCases } from "./trust-cases";

type Values = Readonly<Record<string, unknown>>;

const nothing = { "aws_sqs_queue.jobs": {} };

/** A role policy with one statement, written as JSON. */
const policy = (statement: Values) =>
  ({
    "aws_iam_role_policy.api": {
      policy: JSON.stringify({
        Statement: [{ Effect: "Allow", Resource: "arn:aws:s3:::b/*", ...statement }],
      }),
    },
  }) as const;
const at = "aws_iam_role_policy.api policy: ";

const bucket = (statement: Values) =>
  ({
    "aws_s3_bucket_policy.b": {
      policy: JSON.stringify({
        Statement: { Sid: "Read", Effect: "Allow", Principal: "*", Action: "s3:GetObject", ...statement },
      }),
    },
  }) as const;
const open = 'aws_s3_bucket_policy.b policy: the principal "*" in statement Read';
const condition = (test: string, key: string, value: string) => ({ Condition: { [test]: { [key]: value } } });

const endpoint = (statement: Values) => ({
  "aws_vpc_endpoint.s3": { policy: JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }) },
});

const attached = (arn: string) =>
  ({ "aws_iam_role_policy_attachment.api": { role: "api", policy_arn: arn } }) as const;

describeRules(iamRules, {
  ...trustCases,
  "policies-can-be-read": {
    passes: {
      "JSON text": policy({ Action: "s3:GetObject" }),
      "a key without a policy of its own, beside one": {
        ...policy({ Action: "s3:GetObject" }),
        "aws_kms_key.k": {},
      },
    },
    fails: {
      "a variable": [
        { "aws_iam_policy.p": { policy: "${var.policy}" } },
        "aws_iam_policy.p policy: var.policy",
      ],
      "a file, without what it is given": [
        { "aws_iam_policy.p": { policy: '${templatefile("p.json", { key = "secret" })}' } },
        "aws_iam_policy.p policy: templatefile(…)",
      ],
    },
    isNotAbout: { "files without policies": nothing },
  },
  "policies-name-actions": {
    passes: {
      "an action": policy({ Action: "s3:GetObject" }),
      "a denial of everything else": {
        "aws_iam_policy.p": {
          policy: JSON.stringify({
            Statement: [
              { Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" },
              { Effect: "Deny", NotAction: "s3:*", Resource: "*" },
            ],
          }),
        },
      },
    },
    fails: {
      "*": [policy({ Action: "*" }), `${at}action "*" in statement 1`],
      "* among others": [
        policy({ Sid: "All", Action: ["s3:GetObject", "*"] }),
        `${at}action "*" in statement All`,
      ],
      "everything but some": [policy({ NotAction: "iam:*" }), `${at}everything but ["iam:*"] in statement 1`],
      "a variable without default": [
        policy({ Action: "${var.action}" }),
        `${at}action var.action in statement 1`,
      ],
      "an inline policy of a role": [
        {
          "aws_iam_role.api": {
            inline_policy: [{ policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*" } }) }],
          },
        },
        'aws_iam_role.api inline_policy.policy: action "*" in statement 1',
      ],
    },
    isNotAbout: { "policies of buckets": bucket({}) },
  },
  "policies-allow-no-whole-service": {
    passes: {
      "an action": policy({ Action: "s3:GetObject" }),
      "actions that begin alike": policy({ Action: "s3:Get*" }),
      "a service without resources": policy({ Action: "ssmmessages:*", Resource: "*" }),
    },
    fails: {
      "a whole service, for one resource too": [
        policy({ Action: "s3:*" }),
        `${at}action "s3:*" in statement 1`,
      ],
      "a whole service by another wildcard": [
        policy({ Action: "dynamodb:?*" }),
        `${at}action "dynamodb:?*" in statement 1`,
      ],
    },
    isNotAbout: { "policies of buckets": bucket({ Action: "s3:*" }) },
  },
  "policies-name-resources": {
    passes: {
      "a resource": policy({ Action: "s3:GetObject" }),
      "actions without resources": policy({
        Action: ["ecr:GetAuthorizationToken", "ec2:DescribeSubnets", "LOGS:describeLogGroups"],
        Resource: "*",
      }),
      "a condition on a tag": policy({
        Action: "ecs:UpdateService",
        Resource: "*",
        ...condition("StringEquals", "aws:ResourceTag/Team", "shop"),
      }),
      "a resource that only the caller knows": policy({ Action: "s3:GetObject", Resource: "${var.bucket}" }),
    },
    fails: {
      everything: [
        policy({ Action: ["ecr:GetAuthorizationToken", "s3:GetObject"], Resource: ["*"] }),
        `${at}"s3:GetObject" on "*" in statement 1`,
      ],
      "everything of a service": [
        policy({ Action: "s3:GetObject", Resource: "arn:aws:s3:::*" }),
        `${at}"s3:GetObject" on "arn:aws:s3:::*" in statement 1`,
      ],
      "everything but some": [
        policy({ Action: "s3:GetObject", Resource: [], NotResource: "arn:aws:s3:::secret/*" }),
        `${at}"s3:GetObject" on "*" in statement 1`,
      ],
      "a condition that does not bind": [
        policy({
          Action: "ecs:UpdateService",
          Resource: "*",
          ...condition("StringEqualsIfExists", "aws:ResourceTag/Team", "shop"),
        }),
        `${at}"ecs:UpdateService" on "*" in statement 1`,
      ],
    },
    isNotAbout: { "policies of keys": { "aws_kms_key.k": { policy: '{"Statement":[{"Effect":"Allow"}]}' } } },
  },
  "roles-are-passed-by-name": {
    passes: { "one role": policy({ Action: "iam:PassRole", Resource: "arn:aws:iam::1:role/task" }) },
    fails: {
      "every role": [
        policy({ Action: "iam:PassRole", Resource: "*" }),
        `${at}iam:PassRole on ["*"] in statement 1`,
      ],
      "a pattern of every role": [
        policy({ Action: ["IAM:passrole"], Resource: "arn:aws:iam::111111111111:role/*" }),
        `${at}iam:PassRole on ["arn:aws:iam::111111111111:role/*"] in statement 1`,
      ],
    },
    isNotAbout: { "other actions": policy({ Action: "s3:GetObject", Resource: "*" }) },
  },
  "no-administrator-policies": {
    passes: {
      "a narrow managed policy": attached(
        "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
      ),
      "a policy of one's own": attached("${aws_iam_policy.own.arn}"),
    },
    fails: {
      AdministratorAccess: [
        attached("arn:aws:iam::aws:policy/AdministratorAccess"),
        "aws_iam_role_policy_attachment.api policy_arn: AdministratorAccess",
      ],
      "a partition that only AWS knows": [
        {
          ...attached("arn:${data.aws_partition.here.partition}:iam::aws:policy/PowerUserAccess"),
          "data.aws_partition.here": {},
        },
        "aws_iam_role_policy_attachment.api policy_arn: PowerUserAccess",
      ],
      "a data source": [
        {
          ...attached("${data.aws_iam_policy.s3.arn}"),
          "data.aws_iam_policy.s3": { name: "AmazonS3FullAccess" },
        },
        "aws_iam_role_policy_attachment.api policy_arn: AmazonS3FullAccess",
      ],
      "a list in a role": [
        { "aws_iam_role.api": { managed_policy_arns: ["arn:aws:iam::aws:policy/IAMFullAccess"] } },
        "aws_iam_role.api managed_policy_arns: IAMFullAccess",
      ],
      "an attachment of the older kind": [
        { "aws_iam_policy_attachment.all": { policy_arn: "arn:aws:iam::aws:policy/AmazonEC2FullAccess" } },
        "aws_iam_policy_attachment.all policy_arn: AmazonEC2FullAccess",
      ],
    },
    isNotAbout: { "roles without attachments": { "aws_iam_role.api": {} } },
  },
  "resource-policies-name-principals": {
    passes: {
      "an account": bucket({ Principal: { AWS: "arn:aws:iam::111111111111:root" } }),
      "a service": bucket({ Principal: { Service: "logging.s3.amazonaws.com" } }),
      "an organization": bucket(condition("StringEquals", "aws:PrincipalOrgID", "o-1")),
      "an account that only the caller knows": bucket(
        condition("StringLike", "AWS:SourceAccount", "${var.account}"),
      ),
      "a queue that its topic writes to": {
        "aws_sqs_queue.jobs": {
          policy: JSON.stringify({
            Statement: {
              Effect: "Allow",
              Principal: { AWS: ["*"] },
              ...condition("ArnEquals", "aws:SourceArn", "arn:aws:sns:eu-west-1:111111111111:orders"),
            },
          }),
        },
      },
    },
    fails: {
      everyone: [bucket({}), open],
      "everyone in a list": [bucket({ Principal: { AWS: ["111111111111", "*"] } }), open],
      "everyone but one": [bucket({ Principal: undefined, NotPrincipal: { AWS: "111111111111" } }), open],
      "a condition on something else": [bucket(condition("Bool", "aws:SecureTransport", "true")), open],
      "a condition that lets others pass": [
        bucket(condition("StringNotEquals", "aws:PrincipalOrgID", "o-1")),
        open,
      ],
      "a condition without the key": [
        bucket(condition("StringEqualsIfExists", "aws:PrincipalOrgID", "o-1")),
        open,
      ],
      "every address": [bucket(condition("IpAddress", "aws:SourceIp", "0.0.0.0/0")), open],
      "every bucket of the world": [bucket(condition("ArnLike", "aws:SourceArn", "arn:aws:s3:::*")), open],
    },
    isNotAbout: { denials: bucket({ Effect: "Deny" }) },
  },
  "endpoint-policies-are-narrow": {
    passes: {
      "a resource": endpoint({ Principal: "*", Resource: "arn:aws:s3:::layers/*" }),
      "an account": endpoint({
        Principal: "*",
        Resource: "*",
        ...condition("StringEquals", "aws:PrincipalAccount", "111111111111"),
      }),
    },
    fails: {
      "everything for everyone": [
        endpoint({ Principal: "*", Resource: "*" }),
        'aws_vpc_endpoint.s3 policy: the principal "*" on the resource "*" in statement 1',
      ],
    },
    isNotAbout: { "endpoints without a policy": { "aws_vpc_endpoint.s3": {} } },
  },
});

test("our own environments keep the rules about IAM", () => {
  expect(findingsInOurs(iamRules)).toEqual([]);
});
