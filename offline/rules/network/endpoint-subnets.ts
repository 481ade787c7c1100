import { text, texts } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";

/** An interface endpoint has at most one subnet per zone, all of its VPC. */
export const endpointSubnets: Rule = {
  id: "endpoint-subnets",
  types: ["aws_vpc_endpoint"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html",
  check(change) {
    const subnets = texts(change.values, "subnet_ids")
      .map((id) => byId(change, "aws_subnet", id))
      .filter((subnet) => subnet !== undefined)
      .map(({ values }) => ({
        id: text(values, "id"),
        vpc: text(values, "vpc_id"),
        zone: text(values, "availability_zone"),
      }));
    const vpc = text(change.values, "vpc_id");
    const outside = subnets.find((subnet) => vpc !== undefined && subnet.vpc !== vpc);
    if (outside) {
      return [
        {
          code: "InvalidParameter",
          message: `The subnet ID '${outside.id}' does not belong to VPC ${vpc}`,
          advice: `Choose subnets of ${vpc}.`,
          path: ["subnet_ids"],
        },
      ];
    }
    const second = subnets.find(({ zone }, at) => subnets.slice(0, at).some((other) => other.zone === zone));
    if (!second || second.zone === undefined) return [];
    return [
      {
        code: "DuplicateSubnetsInSameZone",
        message: `Found another VPC endpoint subnet in the availability zone of ${second.id}`,
        advice: `Choose one subnet in ${second.zone}.`,
        path: ["subnet_ids"],
      },
    ];
  },
};
