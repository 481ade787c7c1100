import { listenerDuplicate } from "../../../../offline/rules/balancing/listener-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_lb_listener", values: { load_balancer_arn: "lb-1", port: 80 } }]);

function check(values: Values) {
  return codes(listenerDuplicate, aChange("aws_lb_listener", values, { cloud }));
}

describe("listener-duplicate", () => {
  test.each<Values>([
    { load_balancer_arn: "lb-1", port: 443 },
    { load_balancer_arn: "lb-2", port: 80 },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test("refuses a port that has a listener", () => {
    expect(check({ load_balancer_arn: "lb-1", port: 80 })).toEqual(["DuplicateListener"]);
  });

  test("skips a balancer that is not known", () => {
    expect(check({ load_balancer_arn: unknown, port: 80 })).toEqual([]);
  });
});
