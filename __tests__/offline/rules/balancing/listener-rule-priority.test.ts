import { listenerRulePriority } from "../../../../offline/rules/balancing/listener-rule-priority";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(priority: Value) {
  return codes(listenerRulePriority, aChange("aws_lb_listener_rule", { priority }));
}

describe("listener-rule-priority", () => {
  test.each([1, 50_000])("lets %d pass", (priority) => {
    expect(check(priority)).toEqual([]);
  });

  test.each([0, 50_001])("refuses %d", (priority) => {
    expect(check(priority)).toEqual(["ValidationError"]);
  });

  test.each<Value>([unknown, null])("skips a priority that AWS chooses", (priority) => {
    expect(check(priority)).toEqual([]);
  });
});
