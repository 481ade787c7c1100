import { attachmentRule } from "../attachment-rule";
import { isOneOf } from "../attribute-rule";

export const bucketsOwnTheirObjects = attachmentRule({
  id: "buckets-own-their-objects",
  title: "Buckets own their objects, and take no ACLs",
  severity: "error",
  controls: ["S3.12", "CKV2_AWS_65"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-12",
  why: "With ACLs each object can be opened to others by whoever writes it, past the bucket's policy.",
  fix: 'Add `aws_s3_bucket_ownership_controls` with `object_ownership = "BucketOwnerEnforced"`.',
  type: "aws_s3_bucket",
  name: "bucket",
  attached: "aws_s3_bucket_ownership_controls",
  by: "bucket",
  demands: [
    {
      attribute: "rule.object_ownership",
      must: 'must be "BucketOwnerEnforced"',
      holds: isOneOf("BucketOwnerEnforced"),
    },
  ],
});
