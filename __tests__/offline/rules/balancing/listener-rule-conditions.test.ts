import { listenerRuleConditions } from "../../../../offline/rules/balancing/listener-rule-conditions";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const paths = (...values: readonly Value[]): Value => ({ path_pattern: [{ values }] });

function check(condition: Value) {
  return codes(listenerRuleConditions, aChange("aws_lb_listener_rule", { condition }));
}

describe("listener-rule-conditions", () => {
  test("lets five values pass", () => {
    const host = { host_header: [{ values: ["a", "b"] }] };
    expect(check([paths("/1", "/2"), host, { query_string: [{ value: "x" }] }])).toEqual([]);
  });

  test.each<[string, Value]>([
    ["no condition", []],
    ["a condition without a kind", [{}]],
    ["a condition of two kinds", [{ path_pattern: [{ values: ["/"] }], host_header: [{ values: ["a"] }] }]],
    ["a condition without values", [paths()]],
    ["six values", [paths("/1", "/2", "/3", "/4", "/5", "/6")]],
  ])("refuses %s", (_, condition) => {
    expect(check(condition)).toEqual(["ValidationError"]);
  });

  test.each<Value>([unknown, [paths(unknown)], [{ path_pattern: [{ values: unknown }] }]])(
    "skips values that are not known",
    (condition) => {
      expect(check(condition)).toEqual([]);
    },
  );
});
