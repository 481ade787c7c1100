import { groupRuleTypes } from "./group-rule";
import { isGroupOf } from "./group-vpcs";
import { text } from "../../values/reading";
import { byId, others } from "../reading/others";
import { type Change, type Rule } from "../rule";

/** A rule refers to a group of the same VPC, or of one that is connected with it. */
export const groupRuleNetwork: Rule = {
  id: "group-rule-network",
  types: groupRuleTypes,
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  check(change) {
    const group = byId(change, "aws_security_group", text(change.values, "security_group_id"));
    const referenced = byId(
      change,
      "aws_security_group",
      text(change.values, "referenced_security_group_id"),
    );
    const from = group && text(group.values, "vpc_id");
    const to = referenced && text(referenced.values, "vpc_id");
    if (from === undefined || to === undefined || areConnected(change, from, to)) return [];
    if (referenced && isGroupOf(change, referenced, from)) return [];
    return [
      {
        code: "InvalidGroup.NotFound",
        message: "You have specified two resources that belong to different networks.",
        advice: `The group is in ${from}, the one it refers to in ${to}. Refer to a group of ${from}, or peer the VPCs.`,
        path: ["referenced_security_group_id"],
      },
    ];
  },
};

/** By a peering, or a transit gateway that both are attached to. */
function areConnected(change: Change, one: string, other: string): boolean {
  const isPeered = others(change, "aws_vpc_peering_connection").some(({ values }) => {
    const ends = [text(values, "vpc_id"), text(values, "peer_vpc_id")];
    return ends.includes(one) && ends.includes(other);
  });
  const gatewaysOf = (vpc: string) =>
    others(change, "aws_ec2_transit_gateway_vpc_attachment")
      .filter(({ values }) => text(values, "vpc_id") === vpc)
      .map(({ values }) => text(values, "transit_gateway_id"));
  return isPeered || gatewaysOf(one).some((gateway) => gatewaysOf(other).includes(gateway));
}
