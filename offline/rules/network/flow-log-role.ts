import { isAbsent, isUnknown, text } from "../../values/reading";
import { type Rule } from "../rule";

/** Flow logs need a role to write to CloudWatch Logs. */
export const flowLogRole: Rule = {
  id: "flow-log-role",
  types: ["aws_flow_log"],
  actions: ["create"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
  check({ values }) {
    if (isUnknown(values["log_destination_type"]) || !isAbsent(values, "iam_role_arn")) return [];
    if ((text(values, "log_destination_type") ?? "cloud-watch-logs") !== "cloud-watch-logs") return [];
    return [
      {
        code: "InvalidParameter",
        message: "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs",
        advice: "Give the flow log a role that vpc-flow-logs.amazonaws.com may assume.",
        path: ["iam_role_arn"],
      },
    ];
  },
};
