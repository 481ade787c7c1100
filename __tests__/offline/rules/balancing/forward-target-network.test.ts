import { forwardTargetNetwork } from "../../../../offline/rules/balancing/forward-target-network";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
  { type: "aws_lb", values: { arn: "lb-1", subnets: ["subnet-1"] } },
  { type: "aws_lb_listener", values: { arn: "listener-1", load_balancer_arn: "lb-1" } },
  { type: "aws_lb_target_group", values: { arn: "near", vpc_id: "vpc-1" } },
  { type: "aws_lb_target_group", values: { arn: "far", vpc_id: "vpc-2" } },
  { type: "aws_lb_target_group", values: { arn: "lambda", vpc_id: "" } },
]);

function check(target_group_arn: Value) {
  const action: Value = [{ type: "forward", target_group_arn }];
  return codes(
    forwardTargetNetwork,
    aChange("aws_lb_listener_rule", { listener_arn: "listener-1", action }, { cloud }),
  );
}

describe("forward-target-network", () => {
  test.each(["near", "lambda"])("lets the target group %s pass", (arn) => {
    expect(check(arn)).toEqual([]);
  });

  test("refuses a target group of another VPC", () => {
    expect(check("far")).toEqual(["InvalidConfigurationRequest"]);
  });

  test("refuses one of several target groups of a listener", () => {
    const forward = [{ target_group: [{ arn: "near" }, { arn: "far" }] }];
    const values = { load_balancer_arn: "lb-1", default_action: [{ type: "forward", forward }] };
    expect(codes(forwardTargetNetwork, aChange("aws_lb_listener", values, { cloud }))).toHaveLength(1);
  });

  test("skips a target group that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
