import { forwardTargetProtocol } from "../../../../offline/rules/balancing/forward-target-protocol";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_lb", values: { arn: "alb", load_balancer_type: "application" } },
  { type: "aws_lb", values: { arn: "nlb", load_balancer_type: "network" } },
  { type: "aws_lb_target_group", values: { arn: "http", protocol: "HTTP" } },
  { type: "aws_lb_target_group", values: { arn: "tcp", protocol: "TCP" } },
]);

function check(load_balancer_arn: Value, target_group_arn: Value) {
  const default_action: Value = [{ type: "forward", target_group_arn }];
  return codes(
    forwardTargetProtocol,
    aChange("aws_lb_listener", { load_balancer_arn, default_action }, { cloud }),
  );
}

describe("forward-target-protocol", () => {
  test.each([
    ["alb", "http"],
    ["nlb", "tcp"],
  ])("lets %s forward by %s", (balancer, group) => {
    expect(check(balancer, group)).toEqual([]);
  });

  test.each([
    ["alb", "tcp"],
    ["nlb", "http"],
  ])("refuses that %s forwards by %s", (balancer, group) => {
    expect(check(balancer, group)).toEqual(["IncompatibleProtocols"]);
  });

  test("skips a target group that is not known", () => {
    expect(check("alb", unknown)).toEqual([]);
  });
});
