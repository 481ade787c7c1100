import { vpcInUse } from "../../../../offline/rules/network/vpc-in-use";
import { aCloud, aDelete, codes, type Existing } from "../../../support/a-cloud";

const vpc: Existing = { type: "aws_vpc", key: "the-vpc", values: { id: "vpc-1" } };

function check(...more: readonly Existing[]) {
  return codes(vpcInUse, aDelete(aCloud([vpc, ...more]), "the-vpc"));
}

describe("vpc-in-use", () => {
  test("lets an empty VPC go", () => {
    expect(check({ type: "aws_subnet", values: { vpc_id: "vpc-2" } })).toEqual([]);
  });

  test("lets go what AWS made along with it", () => {
    expect(check({ type: "aws_security_group", values: { vpc_id: "vpc-1" }, madeWith: "the-vpc" })).toEqual(
      [],
    );
  });

  test.each(["aws_subnet", "aws_internet_gateway", "aws_security_group", "aws_route_table"])(
    "refuses while an %s is in it",
    (type) => {
      expect(check({ type, values: { vpc_id: "vpc-1" } })).toEqual(["DependencyViolation"]);
    },
  );

  test("skips other regions", () => {
    expect(check({ type: "aws_subnet", region: "us-east-1", values: { vpc_id: "vpc-1" } })).toEqual([]);
  });
});
