import { balancerGroups } from "../../../offline/rules/balancer-groups";
import { unknown, type Value } from "../../../offline/values/value";
import { aChange, aCloud, codes } from "../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-1", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-2", vpc_id: "vpc-2" } },
]);

function check(security_groups: Value, subnets: Value = ["subnet-1"]) {
  return codes(balancerGroups, aChange("aws_lb", { security_groups, subnets }, { cloud }));
}

describe("balancer-groups", () => {
  test("lets a group of the VPC pass", () => {
    expect(check(["sg-1"])).toEqual([]);
  });

  test("refuses a group of another VPC", () => {
    expect(check(["sg-2"])).toEqual(["InvalidConfigurationRequest"]);
  });

  test("skips groups that are not known", () => {
    expect(check(unknown)).toEqual([]);
  });

  test("skips subnets that are not known", () => {
    expect(check(["sg-2"], unknown)).toEqual([]);
  });
});
