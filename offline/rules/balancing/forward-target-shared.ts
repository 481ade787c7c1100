import { forwardingTypes, targetGroupArns } from "./forward-targets";
import { text } from "../../values/reading";
import { balancerOf } from "./listener-balancer";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A target group belongs to one balancer. */
export const forwardTargetShared: Rule = {
  id: "forward-target-shared",
  types: forwardingTypes,
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  check(change) {
    const balancer = balancerOf(change, change.type, change.values);
    if (!balancer) return [];
    const arns = targetGroupArns(change.type, change.values);
    return forwardingTypes
      .flatMap((type) => others(change, type))
      .flatMap(({ type, values }) => {
        const other = balancerOf(change, type, values);
        if (!other || other.key === balancer.key) return [];
        return targetGroupArns(type, values)
          .filter((arn) => arns.includes(arn))
          .map((arn) => ({ arn, owner: text(other.values, "name") ?? text(other.values, "arn") }));
      })
      .slice(0, 1)
      .map(({ arn, owner }) => ({
        code: "TargetGroupAssociationLimit",
        message: `The following target groups cannot be associated with more than one load balancer: ${arn}`,
        advice: `It belongs to ${owner}. Make a target group for each balancer.`,
      }));
  },
};
