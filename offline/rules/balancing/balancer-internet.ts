import { balancerVpc } from "./balancer-vpc";
import { isSet, isUnknown } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";
import { hasInternetGateway } from "../network/vpc-internet-gateway";

/** A balancer of the internet is in a VPC with an internet gateway; AWS does not look at the routes of its subnets. */
export const balancerInternet: Rule = {
  id: "balancer-internet",
  types: ["aws_lb", "aws_alb"],
  actions: ["create"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  check(change) {
    // Left out, it is false.
    if (isSet(change.values, "internal") || isUnknown(change.values["internal"])) return [];
    const vpc = balancerVpc(change, change.values);
    if (vpc === undefined || !byId(change, "aws_vpc", vpc) || hasInternetGateway(change, vpc)) return [];
    return [
      {
        code: "InvalidSubnet",
        message: `VPC ${vpc} has no internet gateway`,
        advice: "Attach an internet gateway first (depends_on), or make the balancer internal.",
        path: ["internal"],
      },
    ];
  },
};
