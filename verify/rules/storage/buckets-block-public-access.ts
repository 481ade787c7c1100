import { attachmentRule } from "../attachment-rule";
import { isTrue } from "../attribute-rule";

const switches = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
];

export const bucketsBlockPublicAccess = attachmentRule({
  id: "buckets-block-public-access",
  title: "Buckets block public access",
  severity: "error",
  controls: ["S3.1", "S3.8", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8",
  why: "One wrong policy or ACL publishes everything in the bucket; the block refuses it.",
  fix: "Add `aws_s3_bucket_public_access_block` with all four switches true.",
  type: "aws_s3_bucket",
  name: "bucket",
  attached: "aws_s3_bucket_public_access_block",
  by: "bucket",
  demands: switches.map((attribute) => ({ attribute, must: "must be true", default: false, holds: isTrue })),
});
