import { vpcSize } from "../../../../offline/rules/network/vpc-size";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

describe("vpc-size", () => {
  test.each(["10.0.0.0/16", "10.0.0.16/28"])("lets %s pass", (cidr_block) => {
    expect(codes(vpcSize, aChange("aws_vpc", { cidr_block }))).toEqual([]);
  });

  test.each(["10.0.0.0/15", "10.0.0.0/29", "10.0.0.1/16", "10.0.0/16"])("refuses %s", (cidr_block) => {
    expect(codes(vpcSize, aChange("aws_vpc", { cidr_block }))).toEqual(["InvalidVpc.Range"]);
  });

  test.each<Value>([unknown, null])("skips a block that is not known", (cidr_block) => {
    expect(codes(vpcSize, aChange("aws_vpc", { cidr_block }))).toEqual([]);
  });
});
