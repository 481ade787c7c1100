import { isAbsent } from "../../values/reading";
import { type Rule } from "../rule";

const sources = [
  "vpc_id",
  "subnet_id",
  "eni_id",
  "transit_gateway_id",
  "transit_gateway_attachment_id",
  "regional_nat_gateway_id",
];

/** A flow log is about one thing. */
export const flowLogSource: Rule = {
  id: "flow-log-source",
  types: ["aws_flow_log"],
  actions: ["create"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
  check({ values }) {
    const given = sources.filter((name) => !isAbsent(values, name));
    if (given.length === 1) return [];
    return [
      {
        code: "InvalidParameter",
        message: `Invalid combination of arguments: one of \`${sources.join(",")}\` must be specified`,
        advice: given.length === 0 ? "Set vpc_id." : `Make a flow log each for ${given.join(" and ")}.`,
      },
    ];
  },
};
