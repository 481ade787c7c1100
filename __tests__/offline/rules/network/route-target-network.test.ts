import { routeTargetNetwork } from "../../../../offline/rules/network/route-target-network";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_route_table", values: { id: "rtb-1", vpc_id: "vpc-1" } },
  { type: "aws_internet_gateway", values: { id: "igw-1", vpc_id: "vpc-1" } },
  { type: "aws_internet_gateway", values: { id: "igw-2", vpc_id: "vpc-2" } },
  { type: "aws_internet_gateway", values: { id: "igw-loose", vpc_id: "" } },
  { type: "aws_internet_gateway", values: { id: "igw-attached", vpc_id: "" } },
  {
    type: "aws_internet_gateway_attachment",
    values: { internet_gateway_id: "igw-attached", vpc_id: "vpc-1" },
  },
  { type: "aws_subnet", values: { id: "subnet-2", vpc_id: "vpc-2" } },
  { type: "aws_nat_gateway", values: { id: "nat-2", subnet_id: "subnet-2" } },
]);

function check(values: Values) {
  return codes(routeTargetNetwork, aChange("aws_route", { route_table_id: "rtb-1", ...values }, { cloud }));
}

describe("route-target-network", () => {
  test.each(["igw-1", "igw-attached"])("lets %s of the same VPC pass", (gateway_id) => {
    expect(check({ gateway_id })).toEqual([]);
  });

  test.each(["igw-2", "igw-loose"])("refuses the internet gateway %s", (gateway_id) => {
    expect(check({ gateway_id })).toEqual(["InvalidParameterValue"]);
  });

  test("refuses a NAT gateway of another VPC", () => {
    expect(check({ nat_gateway_id: "nat-2" })).toEqual(["InvalidParameterValue"]);
  });

  test("skips a gateway that is not known", () => {
    expect(check({ gateway_id: unknown })).toEqual([]);
  });
});
