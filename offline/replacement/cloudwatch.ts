import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

/** Put calls find what to change by its name: another name makes another. */
export const cloudwatchReplacements: readonly ReplacementRow[] = [
  ...rowsOf("AmazonCloudWatch/latest", {
    aws_cloudwatch_metric_alarm: ["PutMetricAlarm", "alarm_name"],
    aws_cloudwatch_composite_alarm: ["PutCompositeAlarm", "alarm_name"],
    aws_cloudwatch_dashboard: ["PutDashboard", "dashboard_name"],
  }),
  ...rowsOf("eventbridge/latest", {
    aws_cloudwatch_event_bus: ["UpdateEventBus", "name", "event_source_name"],
    aws_cloudwatch_event_rule: ["PutRule", "name", "name_prefix", "event_bus_name"],
    aws_cloudwatch_event_target: ["PutTargets", "rule", "target_id", "event_bus_name"],
  }),
];
