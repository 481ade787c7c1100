import { groupRuleTypes, protocolOf } from "./group-rule";
import { isAbsent, number } from "../../values/reading";
import { type Rule } from "../rule";

/** TCP and UDP need a range of ports between 0 and 65535. */
export const groupRulePorts: Rule = {
  id: "group-rule-ports",
  types: groupRuleTypes,
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  check({ values }) {
    const protocol = protocolOf(values);
    if (protocol !== "tcp" && protocol !== "udp") return [];
    const refuse = (message: string, advice: string) => [
      { code: "InvalidParameterValue", message, advice, path: ["from_port"] },
    ];
    if (isAbsent(values, "from_port") || isAbsent(values, "to_port")) {
      return refuse(
        "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
        "Say from_port and to_port, or use the protocol -1 for everything.",
      );
    }
    const [from, to] = [number(values, "from_port"), number(values, "to_port")];
    const range = `Invalid ${protocol.toUpperCase()} port range.`;
    if ([from, to].some((port) => port !== undefined && (port < 0 || port > 65535)))
      return refuse(range, `Choose ports between 0 and 65535, got ${from} to ${to}.`);
    if (from !== undefined && to !== undefined && from > to)
      return refuse(range, `Set from_port (${from}) to at most to_port (${to}).`);
    return [];
  },
};
