import { isSet, text } from "../../values/reading";
import { type Rule } from "../rule";

/** A protected balancer is not deleted. */
export const balancerProtected: Rule = {
  id: "balancer-protected",
  types: ["aws_lb", "aws_alb"],
  actions: ["delete"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection",
  check({ values }) {
    if (!isSet(values, "enable_deletion_protection")) return [];
    return [
      {
        code: "OperationNotPermitted",
        message: `Load balancer '${text(values, "arn")}' cannot be deleted because deletion protection is enabled`,
        advice: "Apply with enable_deletion_protection = false first, then delete it.",
      },
    ];
  },
};
