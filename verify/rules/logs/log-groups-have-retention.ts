import { attributeRule, isAtLeast } from "../attribute-rule";

export const logGroupsHaveRetention = attributeRule({
  id: "log-groups-have-retention",
  title: "Log groups forget what is older than a set time",
  severity: "error",
  controls: ["CKV_AWS_66"],
  page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  why: "Logs that never end cost more each month, and keep personal data longer than anybody may.",
  fix: "Set `retention_in_days`.",
  types: ["aws_cloudwatch_log_group"],
  attribute: "retention_in_days",
  must: "must be a number of days",
  default: 0,
  holds: isAtLeast(1),
});
