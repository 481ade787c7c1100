import { forwardTargetShared } from "../../../../offline/rules/balancing/forward-target-shared";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const to = (target_group_arn: Value): Value => [{ type: "forward", target_group_arn }];
const cloud = aCloud([
  { type: "aws_lb", values: { arn: "lb-1" } },
  { type: "aws_lb", values: { arn: "lb-2" } },
  { type: "aws_lb_listener", values: { arn: "l-1", load_balancer_arn: "lb-1" } },
  { type: "aws_lb_listener", values: { arn: "l-2", load_balancer_arn: "lb-2" } },
  { type: "aws_lb_listener_rule", values: { listener_arn: "l-1", action: to("tg-1") } },
]);

function check(listener_arn: string, target_group_arn: Value) {
  return codes(
    forwardTargetShared,
    aChange("aws_lb_listener_rule", { listener_arn, action: to(target_group_arn) }, { cloud }),
  );
}

describe("forward-target-shared", () => {
  test("lets the same balancer use a target group twice", () => {
    expect(check("l-1", "tg-1")).toEqual([]);
  });

  test("refuses a target group of another balancer", () => {
    expect(check("l-2", "tg-1")).toEqual(["TargetGroupAssociationLimit"]);
  });

  test("skips a target group that is not known", () => {
    expect(check("l-2", unknown)).toEqual([]);
  });
});
