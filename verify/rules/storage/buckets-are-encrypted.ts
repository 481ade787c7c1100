import { attachmentRule } from "../attachment-rule";
import { isOneOf } from "../attribute-rule";

export const bucketsAreEncrypted = attachmentRule({
  id: "buckets-are-encrypted",
  title: "Buckets say how they are encrypted",
  severity: "error",
  controls: ["CKV_AWS_19"],
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html",
  why: "S3 encrypts new objects by itself since 2023; only what is written down stays so, and shows with which key.",
  fix: "Add `aws_s3_bucket_server_side_encryption_configuration`, with `aws:kms` and a key for data.",
  type: "aws_s3_bucket",
  name: "bucket",
  attached: "aws_s3_bucket_server_side_encryption_configuration",
  by: "bucket",
  demands: [
    {
      attribute: "rule.apply_server_side_encryption_by_default.sse_algorithm",
      must: "must be AES256, aws:kms or aws:kms:dsse",
      holds: isOneOf("AES256", "aws:kms", "aws:kms:dsse"),
    },
  ],
});
