import { text } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";
import { hasInternetGateway } from "./vpc-internet-gateway";

/** A public NAT gateway needs an internet gateway on its VPC. */
export const natGatewayInternet: Rule = {
  id: "nat-gateway-internet",
  types: ["aws_nat_gateway"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html",
  check(change) {
    if (text(change.values, "connectivity_type") === "private") return [];
    const subnet = byId(change, "aws_subnet", text(change.values, "subnet_id"));
    const vpc = subnet && byId(change, "aws_vpc", text(subnet.values, "vpc_id"));
    const id = vpc && text(vpc.values, "id");
    if (id === undefined || hasInternetGateway(change, id)) return [];
    return [
      {
        code: "Gateway.NotAttached",
        message: `Network ${id} has no Internet gateway attached`,
        advice: "Attach an internet gateway to the VPC, and let the NAT gateway depend on it.",
      },
    ];
  },
};
