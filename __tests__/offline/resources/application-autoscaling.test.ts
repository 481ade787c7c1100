import { applicationAutoscalingBehaviours } from "../../../offline/resources/application-autoscaling";
import { type Values } from "../../../offline/values/value";
import { anAws, behaviourOf, make } from "./make";

const service = {
  service_namespace: "ecs",
  resource_id: "service/dev/orders",
  scalable_dimension: "ecs:service:DesiredCount",
};
const policy: Values = {
  ...service,
  name: "cpu",
  target_tracking_scaling_policy_configuration: [{ target_value: 60 }],
};
const policies = behaviourOf(applicationAutoscalingBehaviours, "aws_appautoscaling_policy");

describe("aws_appautoscaling_target", () => {
  const made = make(applicationAutoscalingBehaviours, "aws_appautoscaling_target", service);

  test("is called by what it scales", () => {
    expect(made["id"]).toBe("service/dev/orders");
  });

  test("has an ARN of its account and region", () => {
    expect(made["arn"]).toMatch(
      /^arn:aws:application-autoscaling:eu-west-1:111111111111:scalable-target\/[0-9a-f]{32}$/,
    );
  });

  test("uses the service-linked role of what it scales", () => {
    expect(made["role_arn"]).toBe(
      "arn:aws:iam::111111111111:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService",
    );
  });

  test("is imported by namespace, resource and dimension", () => {
    const target = behaviourOf(applicationAutoscalingBehaviours, "aws_appautoscaling_target");
    expect(target.importId?.(service)).toBe("ecs/service/dev/orders/ecs:service:DesiredCount");
  });
});

describe("aws_appautoscaling_policy", () => {
  const made = make(applicationAutoscalingBehaviours, "aws_appautoscaling_policy", policy);

  test("is called by its name, which repeats", () => {
    expect(made["id"]).toBe("cpu");
  });

  test("has an ARN that names resource and policy", () => {
    expect(made["arn"]).toMatch(
      /^arn:aws:autoscaling:eu-west-1:111111111111:scalingPolicy:[0-9a-f-]{36}:resource\/ecs\/service\/dev\/orders:policyName\/cpu$/,
    );
  });

  test("is imported by target and name", () => {
    expect(policies.importId?.(policy)).toBe("ecs/service/dev/orders/ecs:service:DesiredCount/cpu");
  });

  test("brings an alarm for more and one for less when it tracks a target", () => {
    const alarms = policies.companions?.(made, anAws());
    expect(alarms).toMatchObject([
      { type: "aws_cloudwatch_metric_alarm", values: { alarm_name: expect.stringContaining("AlarmHigh") } },
      { type: "aws_cloudwatch_metric_alarm", values: { alarm_name: expect.stringContaining("AlarmLow") } },
    ]);
  });

  test("shows the ARNs of its alarms", () => {
    const alarms = policies.companions?.(made, anAws()) ?? [];
    expect(made["alarm_arns"]).toEqual(alarms.map(({ values }) => values["arn"]));
  });

  test("names alarms after the whole resource", () => {
    const [alarm] = policies.companions?.(made, anAws()) ?? [];
    expect(alarm?.values["alarm_name"]).toMatch(/^TargetTracking-service\/dev\/orders-AlarmHigh-/);
  });

  test("brings no alarms when it scales in steps", () => {
    const steps = make(applicationAutoscalingBehaviours, "aws_appautoscaling_policy", {
      ...service,
      name: "steps",
    });
    expect(policies.companions?.(steps, anAws())).toEqual([]);
  });
});
