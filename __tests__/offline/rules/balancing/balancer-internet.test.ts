import { balancerInternet } from "../../../../offline/rules/balancing/balancer-internet";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes, type Existing } from "../../../support/a-cloud";

const network: readonly Existing[] = [
  { type: "aws_vpc", values: { id: "vpc-1" } },
  { type: "aws_subnet", values: { id: "subnet-1", vpc_id: "vpc-1" } },
];
const gateway: Existing = { type: "aws_internet_gateway", values: { id: "igw-1", vpc_id: "vpc-1" } };

function check(internal: Value, ...more: readonly Existing[]) {
  const values = { internal, subnets: ["subnet-1"] } as const;
  return codes(balancerInternet, aChange("aws_lb", values, { cloud: aCloud([...network, ...more]) }));
}

describe("balancer-internet", () => {
  test("lets a VPC with internet gateway pass", () => {
    expect(check(false, gateway)).toEqual([]);
  });

  test("lets an internal balancer pass", () => {
    expect(check(true)).toEqual([]);
  });

  test("refuses a VPC without internet gateway", () => {
    expect(check(false)).toEqual(["InvalidSubnet"]);
  });

  test("skips what is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
