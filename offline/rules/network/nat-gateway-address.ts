import { isAbsent, text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A public NAT gateway has an Elastic IP of its own. */
export const natGatewayAddress: Rule = {
  id: "nat-gateway-address",
  types: ["aws_nat_gateway"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html",
  check(change) {
    const isRegional = text(change.values, "availability_mode") === "regional";
    const isPrivate = text(change.values, "connectivity_type") === "private";
    if (isAbsent(change.values, "allocation_id") && !isPrivate && !isRegional) {
      return [
        {
          code: "MissingParameter",
          message:
            "The request must include the AllocationId parameter. Add the required parameter and retry the request.",
          advice: "Give the NAT gateway an Elastic IP, or make it private.",
          path: ["allocation_id"],
        },
      ];
    }
    const allocation = text(change.values, "allocation_id");
    if (allocation === undefined) return [];
    return others(change, "aws_nat_gateway")
      .filter(({ values }) => text(values, "allocation_id") === allocation)
      .slice(0, 1)
      .map(({ values }) => ({
        code: "Resource.AlreadyAssociated",
        message: `Elastic IP address [${allocation}] is already associated`,
        advice: `${text(values, "id")} uses it. Give each NAT gateway an Elastic IP of its own.`,
        path: ["allocation_id"],
      }));
  },
};
