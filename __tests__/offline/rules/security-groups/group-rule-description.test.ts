import { groupRuleDescription } from "../../../../offline/rules/security-groups/group-rule-description";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(description: Value) {
  return codes(groupRuleDescription, aChange("aws_vpc_security_group_ingress_rule", { description }));
}

describe("group-rule-description", () => {
  test("lets plain words pass", () => {
    expect(check("API reads and writes orders (5432/tcp)")).toEqual([]);
  });

  test.each(["API → database", "the shop's database", "x".repeat(256)])("refuses %s", (description) => {
    expect(check(description)).toEqual(["InvalidParameterValue"]);
  });

  test.each<Value>([unknown, null])("skips a description that is not known", (description) => {
    expect(check(description)).toEqual([]);
  });
});
