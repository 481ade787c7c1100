import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A VPC has one security group of a name. */
export const securityGroupDuplicate: Rule = {
  id: "security-group-duplicate",
  types: ["aws_security_group"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
  check(change) {
    const name = text(change.values, "name");
    const vpc = text(change.values, "vpc_id");
    if (name === undefined || vpc === undefined) return [];
    const isTaken = others(change, "aws_security_group").some(
      ({ values }) => text(values, "name") === name && text(values, "vpc_id") === vpc,
    );
    if (!isTaken) return [];
    return [
      {
        code: "InvalidGroup.Duplicate",
        message: `The security group '${name}' already exists for VPC '${vpc}'`,
        advice: "Choose another name, or a name_prefix so that a replacement can exist beside it.",
        path: ["name"],
      },
    ];
  },
};
