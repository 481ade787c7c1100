import { items, text, texts } from "../values/reading";
import { type Values } from "../values/value";
import { addedTo } from "./added-blocks";
import { afterLast } from "./after-last";
import { arn, globalArn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { uuid } from "./made-up-ids";
import { templatedBehaviour } from "./templated-behaviour";

const dimension = "{service_namespace}/{resource_id}/{scalable_dimension}";

/** The part of the service-linked role's name that stands for what is scaled. */
const linkedRoles: Readonly<Record<string, string>> = {
  ecs: "ECSService",
  rds: "RDSCluster",
  dynamodb: "DynamoDBTable",
  lambda: "LambdaConcurrency",
  elasticache: "ElastiCacheRG",
  ec2: "EC2SpotFleetRequest",
};

/** Ids of targets and policies are not unique: a target's is what it scales, a policy's its name. */
const target = templatedBehaviour(
  "aws_appautoscaling_target",
  {
    id: "{resource_id}",
    arn: "arn:{partition}:application-autoscaling:{region}:{account}:scalable-target/{hex:32}",
    role_arn: serviceLinkedRole,
  },
  { computedBlocks: ["suspended_state"], importId: dimension },
);

/** @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html */
function serviceLinkedRole(known: Values, aws: AwsContext): string {
  const namespace = text(known, "service_namespace") ?? "";
  const role = `AWSServiceRoleForApplicationAutoScaling_${linkedRoles[namespace] ?? namespace}`;
  return globalArn(
    aws,
    "iam",
    `role/aws-service-role/${namespace}.application-autoscaling.amazonaws.com/${role}`,
  );
}

const policy = templatedBehaviour(
  "aws_appautoscaling_policy",
  {
    id: "{name}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:resource/{service_namespace}/{resource_id}:policyName/{name}",
    alarm_arns: trackingAlarms,
    predictive_scaling_policy_configuration: addedTo("predictive_scaling_policy_configuration", {
      mode: "ForecastOnly",
      scheduling_buffer_time: 300,
    }),
  },
  {
    importId: `${dimension}/{name}`,
    companions: (values) =>
      texts(values, "alarm_arns").map((alarm) => ({
        type: "aws_cloudwatch_metric_alarm",
        values: {
          id: afterLast(":", alarm),
          alarm_name: afterLast(":", alarm),
          arn: alarm,
          alarm_description: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${text(values, "arn") ?? ""}.`,
          alarm_actions: [text(values, "arn") ?? ""],
          comparison_operator: alarm.includes("-AlarmHigh-") ? "GreaterThanThreshold" : "LessThanThreshold",
          evaluation_periods: alarm.includes("-AlarmHigh-") ? 3 : 15,
        },
      })),
  },
);

/** A target-tracking policy brings two alarms, which its service makes and deletes along with it. */
function trackingAlarms(known: Values, aws: AwsContext): readonly string[] {
  if (items(known, "target_tracking_scaling_policy_configuration").length === 0) return [];
  return ["AlarmHigh", "AlarmLow"].map((side) =>
    arn(
      aws,
      "cloudwatch",
      `alarm:TargetTracking-${text(known, "resource_id") ?? ""}-${side}-${uuid(aws, side)}`,
    ),
  );
}

const scheduledAction = templatedBehaviour("aws_appautoscaling_scheduled_action", {
  id: "{name}-{service_namespace}-{resource_id}",
  arn: "arn:{partition}:autoscaling:{region}:{account}:scheduledAction:{uuid}:resource/{service_namespace}/{resource_id}:scheduledActionName/{name}",
});

export const applicationAutoscalingBehaviours: readonly ResourceBehaviour[] = [
  target,
  policy,
  scheduledAction,
];
