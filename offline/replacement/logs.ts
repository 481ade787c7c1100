import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const logsReplacements: readonly ReplacementRow[] = [
  ...rowsOf("AmazonCloudWatchLogs/latest", {
    aws_cloudwatch_log_group: ["CreateLogGroup", "log_group_class", "name", "name_prefix"],
    aws_cloudwatch_log_stream: ["CreateLogStream", "log_group_name", "name"],
    aws_cloudwatch_log_resource_policy: ["PutResourcePolicy", "policy_name"],
    aws_cloudwatch_log_metric_filter: ["PutMetricFilter", "log_group_name", "name"],
    aws_cloudwatch_log_subscription_filter: ["PutSubscriptionFilter", "log_group_name", "name"],
  }),
  ...rowsOf("systems-manager/latest", { aws_ssm_parameter: ["PutParameter", "data_type", "name"] }),
];
