import { balancerVpc } from "./balancer-vpc";
import { forwardingTypes, targetGroupArns } from "./forward-targets";
import { text } from "../../values/reading";
import { balancerOf } from "./listener-balancer";
import { byArn } from "../reading/others";
import { type Rule } from "../rule";

/** A balancer sends requests to target groups of its own VPC. */
export const forwardTargetNetwork: Rule = {
  id: "forward-target-network",
  types: forwardingTypes,
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  check(change) {
    const balancer = balancerOf(change, change.type, change.values);
    const vpc = balancer && balancerVpc(change, balancer.values);
    if (vpc === undefined) return [];
    return targetGroupArns(change.type, change.values).flatMap((arn) => {
      const group = byArn(change, "aws_lb_target_group", arn);
      const groupVpc = group && text(group.values, "vpc_id");
      if (groupVpc === undefined || groupVpc === vpc) return [];
      return [
        {
          code: "InvalidConfigurationRequest",
          message: `The target group '${arn}' and the load balancer must be in the same VPC`,
          advice: `The target group is in ${groupVpc}, the balancer in ${vpc}. Use a target group of ${vpc}.`,
        },
      ];
    });
  },
};
