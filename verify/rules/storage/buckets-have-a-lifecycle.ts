import { attachmentRule } from "../attachment-rule";
import { isOneOf } from "../attribute-rule";

export const bucketsHaveALifecycle = attachmentRule({
  id: "buckets-have-a-lifecycle",
  title: "Buckets have a lifecycle",
  severity: "error",
  controls: ["S3.13", "CKV2_AWS_61"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13",
  why: "Old versions, unfinished uploads and logs pile up unseen, and cost more each month.",
  fix: "Add `aws_s3_bucket_lifecycle_configuration` that ends unfinished uploads, old versions and what is not needed any more.",
  type: "aws_s3_bucket",
  name: "bucket",
  attached: "aws_s3_bucket_lifecycle_configuration",
  by: "bucket",
  demands: [{ attribute: "rule.status", must: 'must be "Enabled"', holds: isOneOf("Enabled") }],
});
