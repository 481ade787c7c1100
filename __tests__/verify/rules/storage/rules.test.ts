import { storageRules } from "../../../../verify/rules/storage/rules";
import { describeRules, findingsInOurs, type RuleCase } from "../../../support/rule-cases";

type Body = Readonly<Record<string, unknown>>;

const name = "${aws_s3_bucket.data.id}";
const bucket: RuleCase = { "aws_s3_bucket.data": { bucket: "data" } };
/** The bucket with something that refers to it. */
const withPart = (type: string, body: Body): RuleCase => ({
  ...bucket,
  [`aws_s3_bucket_${type}.data` as const]: { bucket: name, ...body },
});
const noBucket: RuleCase = { "aws_vpc.main": {} };
const missing = "aws_s3_bucket.data : none that names it";

const access = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const algorithm = (sse_algorithm: unknown): RuleCase =>
  withPart("server_side_encryption_configuration", {
    rule: [{ apply_server_side_encryption_by_default: { sse_algorithm } }],
  });

const tlsOnly = {
  effect: "Deny",
  actions: ["s3:*"],
  principals: { type: "*", identifiers: ["*"] },
  resources: ["${aws_s3_bucket.data.arn}", "${aws_s3_bucket.data.arn}/*"],
  condition: { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
};
const document = (statement: Body): RuleCase => ({
  ...withPart("policy", { policy: "${data.aws_iam_policy_document.data.json}" }),
  "data.aws_iam_policy_document.data": { statement: [{ ...tlsOnly, ...statement }] },
});
const noStatement = "aws_s3_bucket_policy.data policy: no such statement";

describeRules(storageRules, {
  "buckets-block-public-access": {
    passes: {
      "all four switches": withPart("public_access_block", access),
      "a block that calls it by its name": {
        ...bucket,
        "aws_s3_bucket_public_access_block.data": { ...access, bucket: "data" },
      },
      "a name that is the same expression": {
        "aws_s3_bucket.data": { bucket: "${var.name}" },
        "aws_s3_bucket_public_access_block.data": { ...access, bucket: "${var.name}" },
      },
    },
    fails: {
      "no block": [bucket, missing],
      "the block of another bucket": [
        { ...bucket, "aws_s3_bucket_public_access_block.other": { ...access, bucket: "other" } },
        missing,
      ],
      "two switches off": [
        withPart("public_access_block", { ...access, block_public_acls: false, ignore_public_acls: null }),
        "aws_s3_bucket_public_access_block.data block_public_acls: false",
        "aws_s3_bucket_public_access_block.data ignore_public_acls: nothing, which means false",
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "buckets-require-tls": {
    passes: {
      "a statement in a data source": document({}),
      "a statement in JSON": withPart("policy", {
        policy: JSON.stringify({
          Statement: {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: ["arn:aws:s3:::data", "arn:aws:s3:::data/*"],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        }),
      }),
    },
    fails: {
      "no policy": [bucket, "aws_s3_bucket.data : no policy of the bucket"],
      "a statement that allows": [document({ effect: "Allow" }), noStatement],
      "a statement for one principal": [
        document({ principals: { type: "AWS", identifiers: ["arn:aws:iam::111111111111:root"] } }),
        noStatement,
      ],
      "a statement for one action": [document({ actions: ["s3:GetObject"] }), noStatement],
      "a statement for the bucket without its objects": [
        document({ resources: ["${aws_s3_bucket.data.arn}"] }),
        noStatement,
      ],
      "a statement for some of its objects": [
        document({ resources: ["${aws_s3_bucket.data.arn}", "${aws_s3_bucket.data.arn}/logs/*"] }),
        noStatement,
      ],
      "a statement that asks for more": [
        document({
          condition: [tlsOnly.condition, { test: "StringEquals", variable: "aws:userid", values: ["a"] }],
        }),
        noStatement,
      ],
      "the opposite condition": [
        document({ condition: { ...tlsOnly.condition, values: ["true"] } }),
        noStatement,
      ],
      "a policy that the files do not tell": [
        withPart("policy", { policy: "${var.policy}" }),
        "aws_s3_bucket_policy.data policy: a policy that the files do not tell",
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "buckets-are-encrypted": {
    passes: { "a key of S3": algorithm("AES256"), "a key in KMS": algorithm("aws:kms") },
    fails: {
      "nothing said": [bucket, missing],
      "an algorithm that the files do not tell": [
        algorithm("${var.algorithm}"),
        "aws_s3_bucket_server_side_encryption_configuration.data rule.apply_server_side_encryption_by_default.sse_algorithm: var.algorithm",
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "buckets-are-versioned": {
    passes: { "versions kept": withPart("versioning", { versioning_configuration: { status: "Enabled" } }) },
    fails: {
      "nothing said": [bucket, missing],
      "versions suspended": [
        withPart("versioning", { versioning_configuration: [{ status: "Suspended" }] }),
        'aws_s3_bucket_versioning.data versioning_configuration.status: "Suspended"',
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "buckets-have-a-lifecycle": {
    passes: {
      "a rule": withPart("lifecycle_configuration", { rule: [{ id: "end", status: "Enabled" }] }),
      "a rule beside one that is switched off": withPart("lifecycle_configuration", {
        rule: [{ status: "Disabled" }, { status: "Enabled" }],
      }),
    },
    fails: {
      "no rule": [
        withPart("lifecycle_configuration", {}),
        "aws_s3_bucket_lifecycle_configuration.data rule.status: no rule",
      ],
      "nothing said": [bucket, missing],
      "a rule switched off": [
        withPart("lifecycle_configuration", { rule: { id: "end", status: "Disabled" } }),
        'aws_s3_bucket_lifecycle_configuration.data rule.status: "Disabled"',
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "buckets-log-access": {
    passes: { "a log bucket elsewhere": withPart("logging", { target_bucket: "central-logs" }) },
    fails: {
      "nothing said": [bucket, missing],
      "a bucket with the name of a log bucket only": [
        { "aws_s3_bucket.data": { bucket: "data" }, "aws_lb.public": { access_logs: { bucket: "logs" } } },
        missing,
      ],
    },
    isNotAbout: {
      "the bucket for access logs": {
        ...bucket,
        "aws_s3_bucket_logging.other": { bucket: "other", target_bucket: name },
      },
      "the bucket for a balancer's logs": {
        ...bucket,
        "aws_lb.public": { access_logs: [{ bucket: "data" }] },
      },
      "the bucket for flow logs": {
        ...bucket,
        "aws_flow_log.main": { log_destination: "${aws_s3_bucket.data.arn}" },
      },
    },
  },
  "buckets-own-their-objects": {
    passes: {
      "ownership enforced": withPart("ownership_controls", {
        rule: { object_ownership: "BucketOwnerEnforced" },
      }),
    },
    fails: {
      "nothing said": [bucket, missing],
      "ownership of the writer": [
        withPart("ownership_controls", { rule: [{ object_ownership: "ObjectWriter" }] }),
        'aws_s3_bucket_ownership_controls.data rule.object_ownership: "ObjectWriter"',
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "buckets-have-no-acl": {
    passes: { "no ACL": bucket },
    fails: {
      "an ACL of its own": [
        { "aws_s3_bucket_acl.data": { bucket: "data", acl: "public-read" } },
        'aws_s3_bucket_acl.data : "public-read"',
      ],
      "an ACL in the bucket": [
        { "aws_s3_bucket.data": { acl: "private" } },
        'aws_s3_bucket.data acl: "private"',
      ],
      "single grants": [
        { "aws_s3_bucket_acl.data": { access_control_policy: { grant: [] } } },
        "aws_s3_bucket_acl.data : grants",
      ],
    },
    isNotAbout: { "files without buckets": noBucket },
  },
  "file-systems-are-encrypted": {
    passes: { "an encrypted one": { "aws_efs_file_system.data": { encrypted: true } } },
    fails: {
      "nothing said": [
        { "aws_efs_file_system.data": {} },
        "aws_efs_file_system.data encrypted: nothing, which means false",
      ],
    },
    isNotAbout: { "files without file systems": noBucket },
  },
});

test("our environments pass", () => expect(findingsInOurs(storageRules)).toEqual([]));
