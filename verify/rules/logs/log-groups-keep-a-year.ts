import { attributeRule } from "../attribute-rule";

export const logGroupsKeepAYear = attributeRule({
  id: "log-groups-keep-a-year",
  title: "Log groups of production keep a year",
  severity: "error",
  controls: ["CloudWatch.16", "CKV_AWS_338"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16",
  why: "Intrusions are often found months later; what happened then is only in the logs.",
  fix: "Set `retention_in_days` to 365 or more.",
  onlyProduction: true,
  types: ["aws_cloudwatch_log_group"],
  attribute: "retention_in_days",
  must: "must be at least 365",
  // Zero keeps everything; that there is an end is the business of log-groups-have-retention.
  default: 0,
  holds: (days) => Number(days) === 0 || Number(days) >= 365,
});
