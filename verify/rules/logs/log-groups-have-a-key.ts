import { attributeRule, isGiven } from "../attribute-rule";

export const logGroupsHaveAKey = attributeRule({
  id: "log-groups-have-a-key",
  title: "Log groups of production are encrypted with a key of their own",
  severity: "error",
  controls: ["CKV_AWS_158"],
  page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  why: "Whoever may read logs can read all of them; a key of your own adds a second permission, which can be withdrawn.",
  fix: "Set `kms_key_id` to a key whose policy lets CloudWatch Logs use it.",
  onlyProduction: true,
  types: ["aws_cloudwatch_log_group"],
  attribute: "kms_key_id",
  must: "must be a key",
  holds: isGiven,
  isName: true,
});
