import { logRetentionDays } from "../../../limits/log-retention";
import { number } from "../../values/reading";
import { type Rule } from "../rule";

/** CloudWatch keeps logs for ever (0) or for one of a list of days. */
export const logGroupRetention: Rule = {
  id: "log-group-retention",
  types: ["aws_cloudwatch_log_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  check({ values }) {
    const days = number(values, "retention_in_days");
    const allowed: readonly number[] = [0, ...logRetentionDays];
    if (days === undefined || allowed.includes(days)) return [];
    return [
      {
        code: "InvalidParameterException",
        message: `expected retention_in_days to be one of [${allowed.join(" ")}], got ${days}`,
        advice: `Choose one of ${logRetentionDays.join(", ")} days, or 0 for ever.`,
        path: ["retention_in_days"],
      },
    ];
  },
};
