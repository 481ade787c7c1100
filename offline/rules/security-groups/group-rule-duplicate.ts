import { groupRuleTypes, identityOf, peerOf, protocolOf } from "./group-rule";
import { number } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A group has a rule once; a description does not make two of them. */
export const groupRuleDuplicate: Rule = {
  id: "group-rule-duplicate",
  types: groupRuleTypes,
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
  check(change) {
    const { values, type } = change;
    const identity = identityOf(values);
    if (identity === undefined) return [];
    if (!others(change, type).some((other) => identityOf(other.values) === identity)) return [];
    const protocol = protocolOf(values) ?? "";
    const ports =
      protocol === "-1"
        ? "ALL"
        : `${protocol.toUpperCase()}, from port: ${number(values, "from_port")}, to port: ${number(values, "to_port")}`;
    return [
      {
        code: "InvalidPermission.Duplicate",
        message: `the specified rule "peer: ${peerOf(values)}, ${ports}, ALLOW" already exists`,
        advice: "Declare the rule once: AWS does not tell rules apart by their descriptions.",
      },
    ];
  },
};
