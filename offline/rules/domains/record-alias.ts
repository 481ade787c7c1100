import { isAbsent } from "../../values/reading";
import { type Rule } from "../rule";

/** A record is an alias, or has values and a time to live; the provider refuses anything else before AWS does. */
export const recordAlias: Rule = {
  id: "record-alias",
  types: ["aws_route53_record"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html",
  check({ values }) {
    const has = (name: string) => !isAbsent(values, name);
    const refuse = (message: string, advice: string) => [{ code: "InvalidInput", message, advice }];
    if (has("alias") && (has("records") || has("ttl"))) {
      return refuse(
        "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one",
        "Leave records and ttl out: an alias takes both from its target.",
      );
    }
    if (!has("alias") && !(has("records") && has("ttl"))) {
      return refuse(
        "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none",
        "Give the record an alias, or records and a ttl.",
      );
    }
    return [];
  },
};
