import { endpointGroups } from "../../../../offline/rules/network/endpoint-groups";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_security_group", values: { id: "sg-1", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-2", vpc_id: "vpc-2" } },
]);

function check(security_group_ids: Value) {
  const change = aChange("aws_vpc_endpoint", { vpc_id: "vpc-1", security_group_ids }, { cloud });
  return codes(endpointGroups, change);
}

describe("endpoint-groups", () => {
  test("lets a group of the VPC pass", () => {
    expect(check(["sg-1"])).toEqual([]);
  });

  test("refuses a group of another VPC", () => {
    expect(check(["sg-1", "sg-2"])).toEqual(["InvalidParameter"]);
  });

  test("skips groups that are not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
