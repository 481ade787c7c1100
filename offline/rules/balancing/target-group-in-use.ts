import { nameSome } from "../reading/dependents";
import { forwardingTypes, targetGroupArns } from "./forward-targets";
import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A target group is deleted once no listener or rule sends requests to it. */
export const targetGroupInUse: Rule = {
  id: "target-group-in-use",
  types: ["aws_lb_target_group", "aws_alb_target_group"],
  actions: ["delete"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteTargetGroup.html",
  check(change) {
    const arn = text(change.values, "arn");
    if (arn === undefined) return [];
    const users = forwardingTypes
      .flatMap((type) => others(change, type))
      .filter(({ type, values }) => targetGroupArns(type, values).includes(arn));
    if (users.length === 0) return [];
    return [
      {
        code: "ResourceInUse",
        message: `Target group '${arn}' is currently in use by a listener or a rule`,
        advice: `${nameSome(users)} sends requests to it. To replace it, create the new one first (create_before_destroy) under another name.`,
      },
    ];
  },
};
