import { groupRuleNetwork } from "../../../../offline/rules/security-groups/group-rule-network";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes, type Existing } from "../../../support/a-cloud";

const groups: readonly Existing[] = [
  { type: "aws_security_group", values: { id: "sg-1", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-2", vpc_id: "vpc-1" } },
  { type: "aws_security_group", values: { id: "sg-far", vpc_id: "vpc-2" } },
];
const peering = { type: "aws_vpc_peering_connection", values: { vpc_id: "vpc-2", peer_vpc_id: "vpc-1" } };

function check(referenced: Value, cloud = aCloud(groups)) {
  return codes(
    groupRuleNetwork,
    aChange(
      "aws_vpc_security_group_ingress_rule",
      { security_group_id: "sg-1", referenced_security_group_id: referenced },
      { cloud },
    ),
  );
}

describe("group-rule-network", () => {
  test("lets a group of the same VPC pass", () => {
    expect(check("sg-2")).toEqual([]);
  });

  test("lets a group of a peered VPC pass", () => {
    expect(check("sg-far", aCloud([...groups, peering]))).toEqual([]);
  });

  test("lets a group of a VPC at the same transit gateway pass", () => {
    const attached = ["vpc-1", "vpc-2"].map((vpc_id) => ({
      type: "aws_ec2_transit_gateway_vpc_attachment",
      values: { vpc_id, transit_gateway_id: "tgw-1" },
    }));
    expect(check("sg-far", aCloud([...groups, ...attached]))).toEqual([]);
  });

  test("lets a group pass that is associated with the VPC", () => {
    const values = { security_group_id: "sg-far", vpc_id: "vpc-1" };
    const association = { type: "aws_vpc_security_group_vpc_association", values };
    expect(check("sg-far", aCloud([...groups, association]))).toEqual([]);
  });

  test("refuses a group of another VPC", () => {
    expect(check("sg-far")).toEqual(["InvalidGroup.NotFound"]);
  });

  test("skips a group that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
