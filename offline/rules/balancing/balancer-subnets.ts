import { asksFor } from "../reading/asked-for";
import { isUnknown, text, texts } from "../../values/reading";
import { byId } from "../reading/others";
import { type Rule } from "../rule";

/** An application balancer has subnets in at least two zones, one in each, all of one VPC. */
export const balancerSubnets: Rule = {
  id: "balancer-subnets",
  types: ["aws_lb", "aws_alb"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer",
  check(change) {
    if (isUnknown(change.values["subnets"]) || !asksFor(change, "subnets")) return [];
    const ids = texts(change.values, "subnets");
    const subnets = ids.map((id) => byId(change, "aws_subnet", id)?.values);
    const zones = subnets.map((subnet) => subnet && text(subnet, "availability_zone"));
    const vpcs = subnets.map((subnet) => subnet && text(subnet, "vpc_id"));
    // Subnets of another account or made by hand are not in the cloud file: nothing is known of their zones.
    if ([...zones, ...vpcs].includes(undefined)) return [];
    const refuse = (code: string, message: string, advice: string) => [
      { code, message, advice, path: ["subnets"] },
    ];
    if (new Set(vpcs).size > 1) {
      return refuse(
        "InvalidConfigurationRequest",
        "All subnets must belong to the same VPC",
        `They are in ${[...new Set(vpcs)].join(" and ")}. Choose subnets of one.`,
      );
    }
    if (new Set(zones).size < zones.length) {
      return refuse(
        "InvalidConfigurationRequest",
        "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
        `Choose one subnet in each of ${[...new Set(zones)].join(", ")}.`,
      );
    }
    const isApplication = (text(change.values, "load_balancer_type") ?? "application") === "application";
    // One subnet of a local zone is enough: us-west-2-lax-1a.
    const isLocal = zones.some((zone) => !/^[a-z]+(-[a-z]+)+-\d[a-z]$/.test(zone ?? ""));
    if (isApplication && ids.length === 1 && !isLocal) {
      return refuse(
        "ValidationError",
        "At least two subnets in two different Availability Zones must be specified",
        `Add a subnet in a zone other than ${zones.join("")}.`,
      );
    }
    return [];
  },
};
