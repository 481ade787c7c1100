import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Names of log groups: 512 characters of a set. */
export const logGroupName: Rule = {
  id: "log-group-name",
  types: ["aws_cloudwatch_log_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
  check({ values }) {
    const name = text(values, "name");
    if (name === undefined) return [];
    const refuse = (constraint: string, advice: string) => [
      {
        code: "InvalidParameterException",
        message: `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint: ${constraint}`,
        advice,
        path: ["name"],
      },
    ];
    if (name.length > 512)
      return refuse(
        "Member must have length less than or equal to 512",
        `Shorten it by ${name.length - 512}.`,
      );
    if (!/^[.\-_/#A-Za-z0-9]+$/.test(name)) {
      return refuse(
        String.raw`Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+`,
        "Use letters, digits, dots, hyphens, underscores, slashes and number signs.",
      );
    }
    return [];
  },
};
