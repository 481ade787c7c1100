import { forwardingTypes, targetGroupArns } from "./forward-targets";
import { text } from "../../values/reading";
import { balancerOf, kindOfBalancer } from "./listener-balancer";
import { byArn } from "../reading/others";
import { type Rule } from "../rule";

/** Application balancers speak HTTP with their targets, network balancers do not. */
export const forwardTargetProtocol: Rule = {
  id: "forward-target-protocol",
  types: forwardingTypes,
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  check(change) {
    const balancer = balancerOf(change, change.type, change.values);
    const kind = balancer && kindOfBalancer(balancer.values);
    if (kind !== "application" && kind !== "network") return [];
    return targetGroupArns(change.type, change.values).flatMap((arn) => {
      const group = byArn(change, "aws_lb_target_group", arn);
      const protocol = group && text(group.values, "protocol");
      if (protocol === undefined || ["HTTP", "HTTPS"].includes(protocol) === (kind === "application"))
        return [];
      return [
        {
          code: "IncompatibleProtocols",
          message: `The protocol '${protocol}' of target group '${arn}' is not supported by ${kind} load balancers`,
          advice: `Use a target group with ${kind === "application" ? "HTTP or HTTPS" : "TCP, TLS, UDP or TCP_UDP"}.`,
        },
      ];
    });
  },
};
