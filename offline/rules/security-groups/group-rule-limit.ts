import { quotas } from "../../../limits/quotas";
import { groupRuleTypes } from "./group-rule";
import { isAbsent, text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A group has at most 60 rules in each direction, counted apart for IPv4 and IPv6 (the default quota). */
export const groupRuleLimit: Rule = {
  id: "group-rule-limit",
  types: groupRuleTypes,
  actions: ["create"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups",
  check(change) {
    const group = text(change.values, "security_group_id");
    if (group === undefined) return [];
    const isIpv6 = !isAbsent(change.values, "cidr_ipv6");
    const same = others(change, change.type)
      .filter(({ values }) => text(values, "security_group_id") === group)
      .filter(({ values }) => !isAbsent(values, "cidr_ipv6") === isIpv6);
    if (same.length < quotas.inboundRulesPerSecurityGroup) return [];
    return [
      {
        code: "RulesPerSecurityGroupLimitExceeded",
        message: "The maximum number of rules per security group has been reached.",
        advice: `${group} has ${same.length} rules. Refer to groups rather than to blocks, or have the quota raised.`,
      },
    ];
  },
};
