import { isGroupOf } from "../security-groups/group-vpcs";
import { text, texts } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";

/** Security groups of an endpoint are of its VPC. */
export const endpointGroups: Rule = {
  id: "endpoint-groups",
  types: ["aws_vpc_endpoint"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html",
  check(change) {
    const vpc = text(change.values, "vpc_id");
    return texts(change.values, "security_group_ids")
      .map((id) => byId(change, "aws_security_group", id))
      .filter((group) => group !== undefined && vpc !== undefined && !isGroupOf(change, group, vpc))
      .slice(0, 1)
      .map((group) => ({
        code: "InvalidParameter",
        message: `Security group ${group && text(group.values, "id")} does not belong to VPC ${vpc}`,
        advice: `Choose security groups of ${vpc}.`,
        path: ["security_group_ids"],
      }));
  },
};
