import { serviceSettings } from "../../../../offline/rules/services/service-settings";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, refusals } from "../../../support/a-cloud";

const spot = { capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT", weight: 1 }] };
const breaker = { deployment_circuit_breaker: [{ enable: true, rollback: true }] };
const codedeploy = { deployment_controller: [{ type: "CODE_DEPLOY" }] };

describe("Settings of a service", () => {
  test.each<[string, Values]>([
    ["a launch type", { launch_type: "FARGATE" }],
    ["a strategy while AWS chooses the launch type", { launch_type: unknown, ...spot }],
    ["a grace period with a balancer", { health_check_grace_period_seconds: 60, load_balancer: [{}] }],
    [
      "a grace period with a balancer not known yet",
      { health_check_grace_period_seconds: 60, load_balancer: unknown },
    ],
    ["no grace period", { health_check_grace_period_seconds: 0, load_balancer: [] }],
    ["percentages", { deployment_maximum_percent: 200, deployment_minimum_healthy_percent: 100 }],
    [
      "percentages under CodeDeploy",
      { ...codedeploy, deployment_maximum_percent: 100, deployment_minimum_healthy_percent: 100 },
    ],
    ["a circuit breaker", breaker],
    [
      "a circuit breaker under a controller not known yet",
      { ...breaker, deployment_controller: [{ type: unknown }] },
    ],
  ])("agree: %s", (_, values) => {
    expect(refusals(serviceSettings, aChange("aws_ecs_service", values))).toEqual([]);
  });

  test.each<[string, Values, RegExp]>([
    ["launch type and strategy", { launch_type: "FARGATE", ...spot }, /^Specifying both a launch type/],
    [
      "a grace period without balancer",
      { health_check_grace_period_seconds: 60, load_balancer: [] },
      /^Health check grace period/,
    ],
    [
      "100 and 100 percent",
      { deployment_maximum_percent: 100, deployment_minimum_healthy_percent: 100 },
      /^Both maximumPercent/,
    ],
    [
      "less than the least",
      { deployment_maximum_percent: 80, deployment_minimum_healthy_percent: 90 },
      /^maximumPercent must/,
    ],
    ["a circuit breaker under CodeDeploy", { ...breaker, ...codedeploy }, /^DeploymentCircuitBreaker/],
  ])("contradict each other: %s", (_, values, message) => {
    expect(refusals(serviceSettings, aChange("aws_ecs_service", values))).toEqual([
      expect.objectContaining({ code: "InvalidParameterException", message: expect.stringMatching(message) }),
    ]);
  });

  test.each<[string, Values, number]>([
    ["is left to the rule about the controller", {}, 0],
    ["counts for a service that CodeDeploy has already", codedeploy, 1],
  ])("a circuit breaker of an update to CodeDeploy %s", (_, controller, many) => {
    const values = { name: "api", ...breaker };
    const existing = {
      key: "s",
      type: "aws_ecs_service",
      region: "eu-west-1",
      values: { ...values, ...controller },
    };
    const change = aChange("aws_ecs_service", { ...values, ...codedeploy }, { action: "update", existing });
    expect(refusals(serviceSettings, change)).toHaveLength(many);
  });
});
