import { balancerGroups } from "../../../../offline/rules/balancing/balancer-groups";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const existing = [
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-1", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-2", vpc_id: "vpc-2" } },
];
const association = {
  type: "aws_vpc_security_group_vpc_association",
  values: { id: "sgassoc-1", security_group_id: "sg-2", vpc_id: "vpc-1" },
};

function check(security_groups: Value, subnets: Value = ["subnet-1"], more: typeof existing = []) {
  const cloud = aCloud([...existing, ...more]);
  return codes(balancerGroups, aChange("aws_lb", { security_groups, subnets }, { cloud }));
}

describe("balancer-groups", () => {
  test("lets a group of the VPC pass", () => {
    expect(check(["sg-1"])).toEqual([]);
  });

  test("lets a group pass that is associated with the VPC", () => {
    expect(check(["sg-2"], ["subnet-1"], [association])).toEqual([]);
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
