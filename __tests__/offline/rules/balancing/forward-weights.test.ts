import { forwardWeights } from "../../../../offline/rules/balancing/forward-weights";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(...weights: readonly Value[]) {
  const target_group: Value = weights.map((weight, at) => ({ arn: `tg-${at}`, weight }));
  const action: Value = [{ type: "forward", forward: [{ target_group }] }];
  return codes(forwardWeights, aChange("aws_lb_listener_rule", { action }));
}

describe("forward-weights", () => {
  test("lets five groups with weights from 0 to 999 pass", () => {
    expect(check(0, 999, 1, 1, 1)).toEqual([]);
  });

  test.each([-1, 1000])("refuses the weight %d", (weight) => {
    expect(check(weight, 1)).toEqual(["ValidationError"]);
  });

  test("refuses six groups", () => {
    expect(check(1, 1, 1, 1, 1, 1)).toEqual(["TooManyTargetGroups"]);
  });

  test("skips a weight that is not known", () => {
    expect(check(unknown, 1)).toEqual([]);
  });
});
