import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import {
  TargetGroup,
  type HealthCheck,
  type TargetGroupProps,
} from "../../../constructs/services/target-group";
import { targetGroupName } from "../../../limits/resource-names";
import { synthesize } from "../../../testing/synthesize";

function aTargetGroup(healthCheck: HealthCheck = {}, props: Partial<TargetGroupProps> = {}) {
  return synthesize((stack) => {
    new TargetGroup(stack, "Group", {
      environment: "test",
      service: "orders",
      vpcId: "vpc-1",
      port: 8080,
      healthCheck,
      deregistrationDelaySeconds: 30,
      ...props,
    });
  }).only(LbTargetGroup);
}

describe("TargetGroup", () => {
  test("has tasks by address, as Fargate needs", () => {
    expect(aTargetGroup()).toMatchObject({
      target_type: "ip",
      protocol: "HTTP",
      port: 8080,
      vpc_id: "vpc-1",
    });
  });

  test("gives running requests time to end", () => {
    expect(aTargetGroup({}, { deregistrationDelaySeconds: 45 })).toMatchObject({
      deregistration_delay: "45",
    });
  });

  test("is replaced before it is deleted", () => {
    expect(aTargetGroup()).toMatchObject({ lifecycle: { create_before_destroy: true } });
  });

  test("has another name when a replacement is needed", () => {
    expect(aTargetGroup({}, { port: 9090 })["name"]).not.toBe(aTargetGroup()["name"]);
  });

  test("has the name that is checked before", () => {
    const name = targetGroupName("test", "orders", { port: 8080, protocol: "HTTP", targetType: "ip" });
    expect(aTargetGroup()).toMatchObject({ name });
  });

  test("has health checks that find a broken task in 45 seconds by default", () => {
    expect(aTargetGroup()["health_check"]).toEqual({
      path: "/",
      interval: 15,
      timeout: 5,
      healthy_threshold: 2,
      unhealthy_threshold: 3,
      matcher: "200-399",
    });
  });

  test.each([
    [{ path: "/health" }, { path: "/health" }],
    [{ intervalSeconds: 30 }, { interval: 30 }],
    [{ timeoutSeconds: 10 }, { timeout: 10 }],
    [{ healthyThreshold: 5 }, { healthy_threshold: 5 }],
    [{ unhealthyThreshold: 4 }, { unhealthy_threshold: 4 }],
    [{ successCodes: "200" }, { matcher: "200" }],
    [{ path: "/${x}" }, { path: "/$${x}" }],
  ])("takes %j", (healthCheck, expected) => {
    expect(aTargetGroup(healthCheck)).toMatchObject({ health_check: expected });
  });

  test.each([
    [5, 5],
    [undefined, 15],
    [5, undefined],
  ])("is refused with an interval of %p and a timeout of %p seconds", (intervalSeconds, timeoutSeconds) => {
    expect(() => aTargetGroup({ intervalSeconds, timeoutSeconds })).toThrow(
      "healthCheck.timeoutSeconds  must be shorter than the interval",
    );
  });
});
