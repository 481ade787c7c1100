import { asksFor } from "../reading/asked-for";
import { text } from "../../values/reading";
import { byArn } from "../reading/others";
import { covers, policyStatements } from "../reading/policy-statements";
import { type Rule } from "../rule";

/** CloudWatch Logs of the region must be let use a log group's key. */
export const logGroupKey: Rule = {
  id: "log-group-key",
  types: ["aws_cloudwatch_log_group"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html#cmk-permissions",
  check(change) {
    const { values, region, account, partition } = change;
    const key = byArn(change, "aws_kms_key", text(values, "kms_key_id"));
    if (!key || !asksFor(change, "kms_key_id")) return [];
    const separate = change.cloud
      .all("aws_kms_key_policy")
      .filter((one) => [key.values["id"], key.values["arn"]].includes(one.values["key_id"] ?? ""));
    const policies = [key, ...separate].map((one) => text(one.values, "policy"));
    const statements = policies.flatMap((policy) => (policy && policyStatements(policy)) || []);
    const service = [`logs.${region}.amazonaws.com`, "logs.amazonaws.com"];
    const isAllowed = statements.some(
      ({ effect, actions, principals }) =>
        effect === "Allow" &&
        actions.some((action) => covers(action, "kms:GenerateDataKey")) &&
        ((principals["Service"] ?? []).some((id) => service.includes(id)) ||
          [...(principals["*"] ?? []), ...(principals["AWS"] ?? [])].includes("*")),
    );
    if (isAllowed) return [];
    const arn = `arn:${partition}:logs:${region}:${account}:log-group:${text(values, "name") ?? ""}`;
    return [
      {
        code: "AccessDeniedException",
        message: `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`,
        advice: `Let the service logs.${region}.amazonaws.com encrypt, decrypt, generate data keys and describe the key in its policy.`,
        path: ["kms_key_id"],
      },
    ];
  },
};
