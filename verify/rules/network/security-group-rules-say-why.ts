import { type Resource } from "../../estate/resource";
import { blocksOf, isUnset } from "../../values/plain-values";
import { type ValueMap } from "../../values/value";
import { type Rule, type Verdict } from "../rule";

/** A description that the files do not tell is one. */
export const securityGroupRulesSayWhy: Rule = {
  id: "security-group-rules-say-why",
  title: "Every security-group rule says why it is there",
  severity: "error",
  controls: ["CKV_AWS_23"],
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  why: "A rule without a reason is never removed, because nobody knows what would stop working.",
  fix: "Give the rule a `description` that says who calls whom for what.",
  check: (environment) => [
    ...environment
      .all(
        "aws_vpc_security_group_ingress_rule",
        "aws_vpc_security_group_egress_rule",
        "aws_security_group_rule",
      )
      .map((rule) => describe(rule, rule.values, "description")),
    ...environment.all("aws_security_group", "aws_default_security_group").flatMap(inlineRules),
  ],
};

function inlineRules(group: Resource): readonly Verdict[] {
  return ["ingress", "egress"].flatMap((direction) =>
    blocksOf(group.values, direction).map((block, index) =>
      describe(group, block, `${direction}.${index}.description`),
    ),
  );
}

function describe(resource: Resource, { description }: ValueMap, attribute: string): Verdict {
  if (!isUnset(description) && !(typeof description === "string" && description.trim() === ""))
    return { resource };
  return { resource, problem: { attribute, must: "must say why the rule is there", got: "nothing" } };
}
