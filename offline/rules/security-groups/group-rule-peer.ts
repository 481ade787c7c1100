import {
  formatIpv4Block,
  hasHostBits,
  parseIpv4Block,
  withoutHostBits,
} from "../../../addressing/ipv4-block";
import { groupRuleTypes } from "./group-rule";
import { isAbsent, text } from "../../values/reading";
import { type Rule } from "../rule";

const peers = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"] as const;

/** A rule has exactly one other end; a block is written without host bits, which the provider itself refuses. */
export const groupRulePeer: Rule = {
  id: "group-rule-peer",
  types: groupRuleTypes,
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  check({ values }) {
    const given = peers.filter((name) => !isAbsent(values, name));
    if (given.length !== 1) {
      return [
        {
          code: "InvalidAttributeCombination",
          message: `Exactly one of these attributes must be configured: [${peers.join(",")}]`,
          advice:
            given.length === 0
              ? "Say who is at the other end: a block of addresses, a prefix list or a group."
              : `Make a rule each for ${given.join(" and ")}.`,
        },
      ];
    }
    const cidr = text(values, "cidr_ipv4");
    if (cidr === undefined) return [];
    const block = parseIpv4Block(cidr);
    if (block && !hasHostBits(block)) return [];
    return [
      {
        code: "InvalidParameterValue",
        message: `CIDR block ${cidr} is malformed`,
        advice: block
          ? `Write its first address, ${formatIpv4Block(withoutHostBits(block))}; a single address ends in /32.`
          : "Write a block such as 10.10.0.0/16; a single address ends in /32.",
        path: ["cidr_ipv4"],
      },
    ];
  },
};
