import { wafPriority } from "../../../offline/rules/waf-priority";
import { unknown, type Value } from "../../../offline/values/value";
import { aChange, codes } from "../../support/a-cloud";

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

  test("skips priorities that are not known", () => {
    expect(check(unknown, unknown)).toEqual([]);
  });
});
