import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A scope has one web ACL of a name. */
export const wafDuplicate: Rule = {
  id: "waf-duplicate",
  types: ["aws_wafv2_web_acl", "aws_wafv2_ip_set", "aws_wafv2_rule_group"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html",
  check(change) {
    const [name, scope] = [text(change.values, "name"), text(change.values, "scope")];
    if (name === undefined) return [];
    const isTaken = others(change, change.type).some(
      ({ values }) => text(values, "name") === name && text(values, "scope") === scope,
    );
    if (!isTaken) return [];
    return [
      {
        code: "WAFDuplicateItemException",
        message:
          "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one.",
        advice: `Choose another name than ${name}, or import what exists.`,
        path: ["name"],
      },
    ];
  },
};
