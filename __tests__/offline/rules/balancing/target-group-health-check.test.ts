import { targetGroupHealthCheck } from "../../../../offline/rules/balancing/target-group-health-check";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(health: Values, protocol = "HTTP") {
  return codes(targetGroupHealthCheck, aChange("aws_lb_target_group", { protocol, health_check: [health] }));
}

describe("target-group-health-check", () => {
  test("lets a check within the bounds pass", () => {
    const health = {
      interval: 30,
      timeout: 5,
      healthy_threshold: 2,
      unhealthy_threshold: 10,
      path: "/health",
    };
    expect(check(health)).toEqual([]);
  });

  test("lets a TCP check take as long as its interval", () => {
    expect(check({ interval: 10, timeout: 10 }, "TCP")).toEqual([]);
  });

  test.each<Values>([
    { interval: 4 },
    { timeout: 121 },
    { healthy_threshold: 1 },
    { unhealthy_threshold: 11 },
    { interval: 10, timeout: 10 },
    { path: "health" },
  ])("refuses %j", (health) => {
    expect(check(health)).toEqual(["ValidationError"]);
  });

  test("skips what is not known", () => {
    expect(check({ interval: 10, timeout: unknown })).toEqual([]);
  });
});
