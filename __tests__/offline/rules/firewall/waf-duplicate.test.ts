import { wafDuplicate } from "../../../../offline/rules/firewall/waf-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_wafv2_web_acl";
const cloud = aCloud([{ type, values: { name: "public", scope: "REGIONAL" } }]);

function check(values: Values) {
  return codes(wafDuplicate, aChange(type, values, { cloud }));
}

describe("waf-duplicate", () => {
  test.each<Values>([
    { name: "internal", scope: "REGIONAL" },
    { name: "public", scope: "CLOUDFRONT" },
  ])("lets %j pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test("refuses a name that the scope has", () => {
    expect(check({ name: "public", scope: "REGIONAL" })).toEqual(["WAFDuplicateItemException"]);
  });

  test("skips a name that is not known", () => {
    expect(check({ name: unknown, scope: "REGIONAL" })).toEqual([]);
  });
});
