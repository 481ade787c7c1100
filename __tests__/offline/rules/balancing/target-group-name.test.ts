import { targetGroupNameRule } from "../../../../offline/rules/balancing/target-group-name";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(name: Value) {
  return codes(targetGroupNameRule, aChange("aws_lb_target_group", { name }));
}

describe("target-group-name", () => {
  test.each(["dev-orders-1a2b", "x".repeat(32)])("lets %s pass", (name) => {
    expect(check(name)).toEqual([]);
  });

  test.each(["x".repeat(33), "dev_orders", "-dev", "dev-"])("refuses %s", (name) => {
    expect(check(name)).toEqual(["ValidationError"]);
  });

  test.each<Value>([unknown, null])("skips a name that is not known", (name) => {
    expect(check(name)).toEqual([]);
  });
});
