import { securityGroupDuplicate } from "../../../../offline/rules/security-groups/security-group-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_security_group", values: { name: "orders", vpc_id: "vpc-1" } }]);

function check(values: Values) {
  return codes(securityGroupDuplicate, aChange("aws_security_group", values, { cloud }));
}

describe("security-group-duplicate", () => {
  test("lets the name pass in another VPC", () => {
    expect(check({ name: "orders", vpc_id: "vpc-2" })).toEqual([]);
  });

  test("refuses a name that the VPC has", () => {
    expect(check({ name: "orders", vpc_id: "vpc-1" })).toEqual(["InvalidGroup.Duplicate"]);
  });

  test("skips a name that AWS makes up", () => {
    expect(check({ name: unknown, vpc_id: "vpc-1" })).toEqual([]);
  });
});
