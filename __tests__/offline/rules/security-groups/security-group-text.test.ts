import { securityGroupText } from "../../../../offline/rules/security-groups/security-group-text";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(values: Values) {
  return codes(securityGroupText, aChange("aws_security_group", values));
}

describe("security-group-text", () => {
  test("lets a plain name and description pass", () => {
    expect(check({ name: "dev-orders", description: "orders: one rule per declared edge" })).toEqual([]);
  });

  test.each<Values>([
    { name: "sg-orders" },
    { name_prefix: "sg-" },
    { name: "x".repeat(256) },
    { name: "größe" },
    { description: "API → database" },
    { description: "<all>" },
    { description: "x".repeat(256) },
  ])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidParameterValue"]);
  });

  test("skips a name that is not known", () => {
    expect(check({ name: unknown, description: null })).toEqual([]);
  });
});
