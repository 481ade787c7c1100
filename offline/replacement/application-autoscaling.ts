import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

const scaled = ["resource_id", "scalable_dimension", "service_namespace"] as const;

/** The calls find what to change by these parameters: another value makes another target, policy or action. */
export const applicationAutoscalingReplacements: readonly ReplacementRow[] = rowsOf(
  "autoscaling/application",
  {
    aws_appautoscaling_target: ["RegisterScalableTarget", ...scaled],
    aws_appautoscaling_policy: ["PutScalingPolicy", "name", ...scaled],
    aws_appautoscaling_scheduled_action: ["PutScheduledAction", "name", ...scaled],
  },
);
