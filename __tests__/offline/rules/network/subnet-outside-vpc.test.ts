import { subnetOutsideVpc } from "../../../../offline/rules/network/subnet-outside-vpc";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const vpc = { type: "aws_vpc", values: { id: "vpc-1", cidr_block: "10.0.0.0/16" } };

function check(values: Values, more: Parameters<typeof aCloud>[0] = []) {
  return codes(subnetOutsideVpc, aChange("aws_subnet", values, { cloud: aCloud([vpc, ...more]) }));
}

describe("subnet-outside-vpc", () => {
  test("lets a block of the VPC pass", () => {
    expect(check({ vpc_id: "vpc-1", cidr_block: "10.0.16.0/20" })).toEqual([]);
  });

  test("lets a block of a secondary range pass", () => {
    const second = {
      type: "aws_vpc_ipv4_cidr_block_association",
      values: { vpc_id: "vpc-1", cidr_block: "10.1.0.0/16" },
    };
    expect(check({ vpc_id: "vpc-1", cidr_block: "10.1.0.0/24" }, [second])).toEqual([]);
  });

  test.each(["10.1.0.0/24", "10.0.0.0/15", "10.0.0.0/29"])("refuses %s", (cidr_block) => {
    expect(check({ vpc_id: "vpc-1", cidr_block })).toEqual(["InvalidSubnet.Range"]);
  });

  test("skips a VPC that is not known", () => {
    expect(check({ vpc_id: unknown, cidr_block: "10.1.0.0/24" })).toEqual([]);
  });
});
