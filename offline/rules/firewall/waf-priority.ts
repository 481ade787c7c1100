import { number } from "../../values/reading";
import { type Rule } from "../rule";
import { wafRules } from "./waf-statements";

/** Each rule of a web ACL has a priority of its own. */
export const wafPriority: Rule = {
  id: "waf-priority",
  types: ["aws_wafv2_web_acl", "aws_wafv2_rule_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html",
  check({ values }) {
    const priorities = wafRules(values).map((rule) => number(rule, "priority"));
    const twice = priorities.find(
      (priority, at) => priority !== undefined && priorities.indexOf(priority) !== at,
    );
    if (twice === undefined) return [];
    return [
      {
        code: "WAFInvalidParameterException",
        message: `Error reason: You have used the same priority for more than one rule., field: RULE, parameter: ${twice}`,
        advice: "Give each rule another priority; the smallest is looked at first.",
        path: ["rule"],
      },
    ];
  },
};
