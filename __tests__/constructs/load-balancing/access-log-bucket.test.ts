import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { AccessLogBucket } from "../../../constructs/load-balancing/access-log-bucket";
import { synthesize } from "../../../testing/synthesize";

function synthesizeBucket(retentionDays?: number) {
  return synthesize((stack) => {
    new AccessLogBucket(stack, "Logs", { bucketName: "test-logs", account: "123456789012", retentionDays });
  });
}

const synthesis = synthesizeBucket();
const statements = synthesis.dataSources(DataAwsIamPolicyDocument)["logs_policy_document"]?.["statement"];

describe("AccessLogBucket", () => {
  test("has the name it is given", () => {
    expect(synthesis.only(S3Bucket)).toMatchObject({ bucket: "test-logs" });
  });

  test.each([
    S3BucketPublicAccessBlock,
    S3BucketOwnershipControls,
    S3BucketServerSideEncryptionConfigurationA,
    S3BucketVersioningA,
    S3BucketLifecycleConfiguration,
    S3BucketPolicy,
  ])("has one $tfResourceType of its own", (type) => {
    expect(synthesis.only(type)).toMatchObject({ bucket: "${aws_s3_bucket.logs.bucket}" });
  });

  test("is not emptied by a destroy", () => {
    expect(synthesis.only(S3Bucket)).not.toHaveProperty("force_destroy");
  });

  test.each(["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"])(
    "is private: %s",
    (attribute) => {
      expect(synthesis.only(S3BucketPublicAccessBlock)).toHaveProperty(attribute, true);
    },
  );

  test("has no access control lists", () => {
    expect(synthesis.only(S3BucketOwnershipControls)).toMatchObject({
      rule: { object_ownership: "BucketOwnerEnforced" },
    });
  });

  test("is encrypted with keys of S3, the only ones load balancers can use", () => {
    expect(synthesis.only(S3BucketServerSideEncryptionConfigurationA)).toMatchObject({
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
  });

  test("keeps versions", () => {
    expect(synthesis.only(S3BucketVersioningA)).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
  });

  test.each([
    [undefined, 90],
    [365, 365],
  ])("with retention %p forgets logs after %d days", (retentionDays, days) => {
    expect(synthesizeBucket(retentionDays).only(S3BucketLifecycleConfiguration)).toMatchObject({
      rule: [{ status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days }] }],
    });
  });

  test("forgets old versions and broken uploads", () => {
    expect(synthesis.only(S3BucketLifecycleConfiguration)).toMatchObject({
      rule: [
        {
          noncurrent_version_expiration: [{ noncurrent_days: 30 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    });
  });
});

describe("The lifecycle of an access log bucket", () => {
  test("waits for versioning, because it speaks of old versions", () => {
    expect(synthesis.only(S3BucketLifecycleConfiguration)).toMatchObject({
      depends_on: ["aws_s3_bucket_versioning.logs_versioning"],
    });
  });
});

describe("The policy of an access log bucket", () => {
  test("is the document below", () => {
    expect(synthesis.only(S3BucketPolicy)).toMatchObject({
      policy: "${data.aws_iam_policy_document.logs_policy_document.json}",
    });
  });

  test("refuses everything without TLS", () => {
    expect(statements).toContainEqual({
      sid: "TlsOnly",
      effect: "Deny",
      actions: ["s3:*"],
      resources: ["${aws_s3_bucket.logs.arn}", "${aws_s3_bucket.logs.arn}/*"],
      principals: [{ type: "*", identifiers: ["*"] }],
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
    });
  });

  test("lets load balancers write logs of this account and nothing else", () => {
    expect(statements).toContainEqual({
      sid: "LoadBalancersWriteLogs",
      actions: ["s3:PutObject"],
      resources: ["${aws_s3_bucket.logs.arn}/*/AWSLogs/123456789012/*"],
      principals: [{ type: "Service", identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
    });
  });

  test("allows nothing else", () => {
    expect(statements).toHaveLength(2);
  });
});
