import { isSet, text } from "../../values/reading";
import { covers, policyStatements } from "../reading/policy-statements";
import { type Rule } from "../rule";

/** A key's policy lets somebody of the account change it. */
export const keyPolicyLockout: Rule = {
  id: "key-policy-lockout",
  types: ["aws_kms_key", "aws_kms_key_policy"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#prevent-unmanageable-key",
  check({ values, account }) {
    const policy = text(values, "policy");
    if (policy === undefined || isSet(values, "bypass_policy_lockout_safety_check")) return [];
    const statements = policyStatements(policy);
    const refuse = (message: string, advice: string) => [
      { code: "MalformedPolicyDocumentException", message, advice, path: ["policy"] },
    ];
    if (!statements)
      return refuse(
        "Policy contains invalid json",
        "Write the policy as a policy document, or with jsonencode.",
      );
    // Which role calls is not known here: any principal of the account may be the caller.
    const isOfAccount = (id: string) => id === "*" || id === account || id.includes(`::${account}:`);
    const isManaged = statements.some(
      ({ effect, actions, principals }) =>
        effect === "Allow" &&
        actions.some((action) => covers(action, "kms:PutKeyPolicy")) &&
        [...(principals["AWS"] ?? []), ...(principals["*"] ?? [])].some(isOfAccount),
    );
    if (isManaged) return [];
    return refuse(
      "The new key policy will not allow you to update the key policy in the future.",
      `Allow kms:* to arn:aws:iam::${account}:root.`,
    );
  },
};
