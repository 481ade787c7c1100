import { natGatewayInternet } from "../../../../offline/rules/network/nat-gateway-internet";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes, type Existing } from "../../../support/a-cloud";

const vpc: readonly Existing[] = [
  { type: "aws_vpc", values: { id: "vpc-1" } },
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
];
const gateway = { type: "aws_internet_gateway", values: { id: "igw-1", vpc_id: "vpc-1" } };

function check(values: Values, cloud = aCloud(vpc)) {
  return codes(natGatewayInternet, aChange("aws_nat_gateway", values, { cloud }));
}

describe("nat-gateway-internet", () => {
  test("lets a VPC with internet gateway pass", () => {
    expect(check({ subnet_id: "subnet-1" }, aCloud([...vpc, gateway]))).toEqual([]);
  });

  test("lets a private NAT gateway pass", () => {
    expect(check({ subnet_id: "subnet-1", connectivity_type: "private" })).toEqual([]);
  });

  test("refuses a VPC without internet gateway", () => {
    expect(check({ subnet_id: "subnet-1" })).toEqual(["Gateway.NotAttached"]);
  });

  test("skips a subnet that is not known", () => {
    expect(check({ subnet_id: unknown })).toEqual([]);
  });
});
