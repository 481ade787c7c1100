import { internetGatewaySecond } from "../../../../offline/rules/network/internet-gateway-second";
import { unknown } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_internet_gateway", values: { id: "igw-1", vpc_id: "vpc-1" } }]);

describe("internet-gateway-second", () => {
  test("lets the first gateway of a VPC pass", () => {
    const change = aChange("aws_internet_gateway", { vpc_id: "vpc-2" }, { cloud });
    expect(codes(internetGatewaySecond, change)).toEqual([]);
  });

  test.each(["aws_internet_gateway", "aws_internet_gateway_attachment"])("refuses a second %s", (type) => {
    const change = aChange(type, { vpc_id: "vpc-1" }, { cloud });
    expect(codes(internetGatewaySecond, change)).toEqual(["InvalidParameterValue"]);
  });

  test("skips a VPC that is not known", () => {
    const change = aChange("aws_internet_gateway", { vpc_id: unknown }, { cloud });
    expect(codes(internetGatewaySecond, change)).toEqual([]);
  });
});
