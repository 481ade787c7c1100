import { wafPriority } from "../../../../offline/rules/firewall/waf-priority";
import { DynamicValue, unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(...priorities: readonly Value[]) {
  const rule: Value = priorities.map((priority) => ({ priority }));
  return codes(wafPriority, aChange("aws_wafv2_web_acl", { rule }));
}

describe("waf-priority", () => {
  test("lets different priorities pass", () => {
    expect(check(0, 1, 2)).toEqual([]);
  });

  test("refuses a priority used twice", () => {
    expect(check(0, 1, 0)).toEqual(["WAFInvalidParameterException"]);
  });

  test("looks into rules of a type that the schema leaves open", () => {
    const rule = new DynamicValue("dynamic", [{ priority: 1 }, { priority: 1 }]);
    expect(codes(wafPriority, aChange("aws_wafv2_web_acl", { rule }))).toHaveLength(1);
  });

  test("skips priorities that are not known", () => {
    expect(check(unknown, unknown)).toEqual([]);
  });
});
