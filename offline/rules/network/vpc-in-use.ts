import { dependents, nameSome, type References } from "../reading/dependents";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** What AWS does not delete along with a VPC; its default group, main table and default list of rules go with it. */
const parts: References = {
  aws_subnet: ["vpc_id"],
  aws_internet_gateway: ["vpc_id"],
  aws_internet_gateway_attachment: ["vpc_id"],
  aws_security_group: ["vpc_id"],
  aws_route_table: ["vpc_id"],
  aws_network_acl: ["vpc_id"],
  aws_vpc_endpoint: ["vpc_id"],
  aws_vpc_peering_connection: ["vpc_id", "peer_vpc_id"],
};

export const vpcInUse: Rule = {
  id: "vpc-in-use",
  types: ["aws_vpc"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html",
  check(change) {
    const id = text(change.values, "id");
    const found = id === undefined ? [] : dependents(change, parts, id);
    if (found.length === 0) return [];
    return [
      {
        code: "DependencyViolation",
        message: `The vpc '${id}' has dependencies and cannot be deleted.`,
        advice: `${nameSome(found)} is still in it. Delete that first.`,
      },
    ];
  },
};
