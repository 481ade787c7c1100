import { endpointSubnets } from "../../../../offline/rules/network/endpoint-subnets";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const subnet = (id: string, vpc_id: string, availability_zone: string) => ({
  type: "aws_subnet",
  values: { id, vpc_id, availability_zone },
});
const cloud = aCloud([
  subnet("subnet-a", "vpc-1", "eu-west-1a"),
  subnet("subnet-a2", "vpc-1", "eu-west-1a"),
  subnet("subnet-b", "vpc-1", "eu-west-1b"),
  subnet("subnet-far", "vpc-2", "eu-west-1c"),
]);

function check(subnet_ids: Value) {
  return codes(endpointSubnets, aChange("aws_vpc_endpoint", { vpc_id: "vpc-1", subnet_ids }, { cloud }));
}

describe("endpoint-subnets", () => {
  test("lets a subnet per zone pass", () => {
    expect(check(["subnet-a", "subnet-b"])).toEqual([]);
  });

  test("refuses two subnets of a zone", () => {
    expect(check(["subnet-a", "subnet-a2"])).toEqual(["DuplicateSubnetsInSameZone"]);
  });

  test("refuses a subnet of another VPC", () => {
    expect(check(["subnet-a", "subnet-far"])).toEqual(["InvalidParameter"]);
  });

  test.each<Value>([unknown, ["subnet-a", unknown], null])("skips subnets that are not known", (subnets) => {
    expect(check(subnets)).toEqual([]);
  });
});
