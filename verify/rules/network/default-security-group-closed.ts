import { type Resource } from "../../estate/resource";
import { isUnset, itemsOf, referencesIn } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { showValue } from "../../values/show-value";
import { type Value } from "../../values/value";
import { type Rule, type Verdict } from "../rule";

export const defaultSecurityGroupClosed: Rule = {
  id: "default-security-group-closed",
  title: "The default security group of each VPC allows nothing",
  severity: "error",
  controls: ["EC2.2", "CKV2_AWS_12"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2",
  why: "What is created without a group gets the default one, which lets all its members reach each other and the internet.",
  fix: "Add `aws_default_security_group` for the VPC with neither `ingress` nor `egress`.",
  check: (environment) => {
    const groups = environment.all("aws_default_security_group");
    const open = environment
      .all("aws_vpc")
      .filter((vpc) => !groups.some(({ values }) => pointsTo(values["vpc_id"], vpc)));
    const rules = environment
      .all(...ruleTypes)
      .filter(({ values }) => isForDefaultGroup(values["security_group_id"]));
    return [...open.map(unmanaged), ...groups.flatMap(rulesOf), ...rules.map(ruleOfDefault)];
  },
};

const ruleTypes = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_security_group_rule",
];

function isForDefaultGroup(group: Value | undefined): boolean {
  return referencesIn(group).some(
    ({ resource, attribute }) =>
      resource.type === "aws_default_security_group" || attribute === "default_security_group_id",
  );
}

function ruleOfDefault(resource: Resource): Verdict {
  const attribute = "security_group_id";
  const got = showValue(resource.values[attribute]);
  return { resource, problem: { attribute, must: "must not be the default security group", got } };
}

function unmanaged(resource: Resource): Verdict {
  const got = "no aws_default_security_group for it";
  return { resource, problem: { must: "must have an empty default security group", got } };
}

function rulesOf(resource: Resource): readonly Verdict[] {
  const problems = ["ingress", "egress"].flatMap((attribute): readonly Verdict[] => {
    const rules = resource.values[attribute];
    if (isUnset(rules) || (Array.isArray(rules) && rules.length === 0)) return [];
    const count = itemsOf(rules).length;
    const got = Array.isArray(rules) ? `${count} ${count === 1 ? "rule" : "rules"}` : showValue(rules);
    return [{ resource, problem: { attribute, must: "must have no rules", got } }];
  });
  return problems.length === 0 ? [{ resource }] : problems;
}
