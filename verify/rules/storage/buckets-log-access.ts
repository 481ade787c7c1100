import { attachmentRule } from "../attachment-rule";
import { isGiven } from "../attribute-rule";
import { keepsLogs } from "./log-buckets";

export const bucketsLogAccess = attachmentRule({
  id: "buckets-log-access",
  title: "Buckets of production log who reads them",
  severity: "error",
  controls: ["S3.9", "CKV_AWS_18"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9",
  why: "After a leak nobody can tell which objects were read, and by whom.",
  fix: "Add `aws_s3_bucket_logging` with `target_bucket`; a bucket that keeps logs needs none.",
  onlyProduction: true,
  type: "aws_s3_bucket",
  name: "bucket",
  attached: "aws_s3_bucket_logging",
  by: "bucket",
  isAbout: (bucket, environment) => !keepsLogs(bucket, environment),
  demands: [{ attribute: "target_bucket", must: "must be a bucket", holds: isGiven, isName: true }],
});
