import { attributeRule, isGiven } from "../attribute-rule";

export const topicsAreEncrypted = attributeRule({
  id: "topics-are-encrypted",
  title: "Topics are encrypted with a key",
  severity: "error",
  controls: ["SNS.1", "CKV_AWS_26"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-1",
  why: "Messages that wait for delivery are stored; without a key AWS stores them readable.",
  fix: "Set `kms_master_key_id`; for alarms use a key of your own whose policy lets CloudWatch use it.",
  types: ["aws_sns_topic"],
  attribute: "kms_master_key_id",
  must: "must be a key",
  holds: isGiven,
  isName: true,
});
