import { listenerProtocol } from "../../../../offline/rules/balancing/listener-protocol";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_lb", values: { arn: "alb", load_balancer_type: "application" } },
  { type: "aws_lb", values: { arn: "nlb", load_balancer_type: "network" } },
]);

function check(load_balancer_arn: Value, protocol: Value) {
  return codes(listenerProtocol, aChange("aws_lb_listener", { load_balancer_arn, protocol }, { cloud }));
}

describe("listener-protocol", () => {
  test.each([
    ["alb", "HTTPS"],
    ["nlb", "TCP"],
  ])("lets %s listen to %s", (balancer, protocol) => {
    expect(check(balancer, protocol)).toEqual([]);
  });

  test.each([
    ["alb", "TCP"],
    ["nlb", "HTTP"],
  ])("refuses %s with %s", (balancer, protocol) => {
    expect(check(balancer, protocol)).toEqual(["ValidationError"]);
  });

  test("skips a balancer that is not known", () => {
    expect(check(unknown, "TCP")).toEqual([]);
  });
});
