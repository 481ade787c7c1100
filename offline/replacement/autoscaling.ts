import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

const scaled = ["resource_id", "scalable_dimension", "service_namespace"] as const;

/** The calls find what to change by these parameters: another value makes another target, policy, group or action. */
export const autoscalingReplacements: readonly ReplacementRow[] = [
  ...rowsOf("autoscaling/application", {
    aws_appautoscaling_target: ["RegisterScalableTarget", ...scaled],
    aws_appautoscaling_policy: ["PutScalingPolicy", "name", ...scaled],
    aws_appautoscaling_scheduled_action: ["PutScheduledAction", "name", ...scaled],
  }),
  ...rowsOf("autoscaling/ec2", {
    aws_autoscaling_group: ["UpdateAutoScalingGroup", "name", "name_prefix"],
    aws_autoscaling_lifecycle_hook: ["PutLifecycleHook", "autoscaling_group_name", "name"],
    aws_autoscaling_policy: ["PutScalingPolicy", "autoscaling_group_name", "name"],
    aws_autoscaling_schedule: [
      "PutScheduledUpdateGroupAction",
      "autoscaling_group_name",
      "scheduled_action_name",
    ],
  }),
];
