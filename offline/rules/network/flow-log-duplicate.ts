import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

const identity = ["vpc_id", "subnet_id", "eni_id", "traffic_type", "log_destination"];

/** A thing has one flow log of a traffic type to a destination. */
export const flowLogDuplicate: Rule = {
  id: "flow-log-duplicate",
  types: ["aws_flow_log"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
  check(change) {
    if (text(change.values, "log_destination") === undefined) return [];
    const isTaken = others(change, "aws_flow_log").some(({ values }) =>
      identity.every((name) => text(values, name) === text(change.values, name)),
    );
    if (!isTaken) return [];
    return [
      {
        code: "FlowLogAlreadyExists",
        message: "Error. There is an existing Flow Log with the same configuration and log destination.",
        advice: `${text(change.values, "log_destination")} has one already. Use the flow log that exists, or another destination.`,
      },
    ];
  },
};
