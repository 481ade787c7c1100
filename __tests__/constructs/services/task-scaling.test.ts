import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { isAutoscaled, ServiceScaling, type TaskScaling } from "../../../constructs/services/task-scaling";
import { synthesize } from "../../../testing/synthesize";

function synthesizeScaling(targets: Partial<TaskScaling>) {
  return synthesize((stack) => {
    new ServiceScaling(stack, "Scaling", {
      minTasks: 2,
      maxTasks: 8,
      clusterName: "test",
      serviceName: "orders",
      requestCountLabel: "app/lb/1/targetgroup/tg/2",
      ...targets,
    });
  });
}

describe("ServiceScaling", () => {
  test("keeps the number of tasks in its range", () => {
    expect(synthesizeScaling({ cpuPercent: 60 }).only(AppautoscalingTarget)).toMatchObject({
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: "service/test/orders",
      min_capacity: 2,
      max_capacity: 8,
    });
  });

  test.each([
    [{ cpuPercent: 60 }, { target_value: 60, metric: "ECSServiceAverageCPUUtilization" }],
    [{ memoryPercent: 70 }, { target_value: 70, metric: "ECSServiceAverageMemoryUtilization" }],
    [{ requestsPerTarget: 500 }, { target_value: 500, metric: "ALBRequestCountPerTarget" }],
  ])("follows %j", (targets, { target_value, metric }) => {
    expect(synthesizeScaling(targets).only(AppautoscalingPolicy)).toMatchObject({
      policy_type: "TargetTrackingScaling",
      target_tracking_scaling_policy_configuration: {
        target_value,
        predefined_metric_specification: { predefined_metric_type: metric },
      },
    });
  });

  test("tells AWS which load balancer and target group count requests", () => {
    expect(synthesizeScaling({ requestsPerTarget: 500 }).only(AppautoscalingPolicy)).toMatchObject({
      target_tracking_scaling_policy_configuration: {
        predefined_metric_specification: { resource_label: "app/lb/1/targetgroup/tg/2" },
      },
    });
  });

  test("gives no label to metrics that AWS takes none for", () => {
    const policy = synthesizeScaling({ cpuPercent: 60 }).only(AppautoscalingPolicy);
    expect(JSON.stringify(policy)).not.toContain("resource_label");
  });

  test("has a policy for each average", () => {
    const synthesis = synthesizeScaling({ cpuPercent: 60, memoryPercent: 70, requestsPerTarget: 500 });
    expect(Object.keys(synthesis.resources(AppautoscalingPolicy))).toEqual([
      "scaling_cpu",
      "scaling_memory",
      "scaling_requests",
    ]);
  });

  test("names its policies", () => {
    expect(synthesizeScaling({ cpuPercent: 60 }).only(AppautoscalingPolicy)).toMatchObject({ name: "cpu" });
  });

  test("grows fast and shrinks slowly", () => {
    expect(synthesizeScaling({ cpuPercent: 60 }).only(AppautoscalingPolicy)).toMatchObject({
      target_tracking_scaling_policy_configuration: { scale_out_cooldown: 60, scale_in_cooldown: 300 },
    });
  });
});

describe("isAutoscaled", () => {
  test.each([
    [{}, false],
    [{ cpuPercent: 60 }, true],
    [{ memoryPercent: 60 }, true],
    [{ requestsPerTarget: 60 }, true],
  ])("with %j is %p", (targets, expected) => {
    expect(isAutoscaled({ minTasks: 1, maxTasks: 2, ...targets })).toBe(expected);
  });
});
