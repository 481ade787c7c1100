import { attributeRule, isAtLeast } from "../attribute-rule";

export const keysWaitBeforeDeletion = attributeRule({
  id: "keys-wait-before-deletion",
  title: "Keys wait two weeks or longer before AWS deletes them",
  severity: "error",
  controls: ["KMS.3"],
  page: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  why: "What was encrypted with a deleted key is lost for good; in a week of holidays nobody notices that it is due.",
  fix: "Remove `deletion_window_in_days`, which gives 30 days, or set it to 14 or more.",
  types: ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"],
  attribute: "deletion_window_in_days",
  must: "must be at least 14",
  default: 30,
  holds: isAtLeast(14),
});
