import { attachmentRule } from "../attachment-rule";
import { isOneOf } from "../attribute-rule";

export const bucketsAreVersioned = attachmentRule({
  id: "buckets-are-versioned",
  title: "Buckets keep versions",
  severity: "error",
  controls: ["S3.14", "CKV_AWS_21"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-14",
  why: "Without versions an object that is overwritten or deleted, by mistake or by an intruder, is lost.",
  fix: 'Add `aws_s3_bucket_versioning` with the status "Enabled", and a lifecycle that ends old versions.',
  type: "aws_s3_bucket",
  name: "bucket",
  attached: "aws_s3_bucket_versioning",
  by: "bucket",
  demands: [
    { attribute: "versioning_configuration.status", must: 'must be "Enabled"', holds: isOneOf("Enabled") },
  ],
});
