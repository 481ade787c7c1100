import { quotas } from "../../../limits/quotas";
import { number } from "../../values/reading";
import { type Rule } from "../rule";

/** Priorities go from 1 to 50,000. */
export const listenerRulePriority: Rule = {
  id: "listener-rule-priority",
  types: ["aws_lb_listener_rule"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  check({ values }) {
    const priority = number(values, "priority");
    if (priority === undefined || (priority >= 1 && priority <= quotas.largestRulePriority)) return [];
    return [
      {
        code: "ValidationError",
        message: `Priority '${priority}' must be in the range 1-${quotas.largestRulePriority}`,
        advice: `Choose a priority from 1 to ${quotas.largestRulePriority}.`,
        path: ["priority"],
      },
    ];
  },
};
