import { dependents } from "../reading/dependents";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** A web ACL is deleted once it protects nothing. */
export const wafInUse: Rule = {
  id: "waf-in-use",
  types: ["aws_wafv2_web_acl"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/waf/latest/APIReference/API_DeleteWebACL.html",
  check(change) {
    const arn = text(change.values, "arn");
    if (arn === undefined) return [];
    const [user] = dependents(change, { aws_wafv2_web_acl_association: ["web_acl_arn"] }, arn);
    if (!user) return [];
    return [
      {
        code: "WAFAssociatedItemException",
        message:
          "AWS WAF couldn’t perform the operation because your resource is being used by another resource or it’s associated with another resource.",
        advice: `It protects ${text(user.values, "resource_arn")}. Delete the association first.`,
      },
    ];
  },
};
