import { subnetOverlap } from "../../../../offline/rules/network/subnet-overlap";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1", cidr_block: "10.0.0.0/20" } },
]);

function check(values: Values) {
  return codes(subnetOverlap, aChange("aws_subnet", values, { cloud }));
}

describe("subnet-overlap", () => {
  test("lets a free block pass", () => {
    expect(check({ vpc_id: "vpc-1", cidr_block: "10.0.16.0/20" })).toEqual([]);
  });

  test("lets the same block of another VPC pass", () => {
    expect(check({ vpc_id: "vpc-2", cidr_block: "10.0.0.0/20" })).toEqual([]);
  });

  test.each(["10.0.0.0/20", "10.0.8.0/24", "10.0.0.0/16"])("refuses %s", (cidr_block) => {
    expect(check({ vpc_id: "vpc-1", cidr_block })).toEqual(["InvalidSubnet.Conflict"]);
  });

  test("skips a block that is not known", () => {
    expect(check({ vpc_id: "vpc-1", cidr_block: unknown })).toEqual([]);
  });
});
