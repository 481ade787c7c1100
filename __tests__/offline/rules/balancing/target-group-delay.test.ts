import { targetGroupDelay } from "../../../../offline/rules/balancing/target-group-delay";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(deregistration_delay: Value) {
  return codes(targetGroupDelay, aChange("aws_lb_target_group", { deregistration_delay }));
}

describe("target-group-delay", () => {
  test.each(["0", "3600", 30])("lets %p pass", (delay) => {
    expect(check(delay)).toEqual([]);
  });

  test.each(["3601", "-1", 4000, "soon"])("refuses %p", (delay) => {
    expect(check(delay)).toEqual(["ValidationError"]);
  });

  test.each<Value>([unknown, null])("skips a delay that is not known", (delay) => {
    expect(check(delay)).toEqual([]);
  });
});
