import { text } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

const allowed = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/;

/** Names and descriptions of security groups: at most 255 characters, of a set that EC2 knows. */
export const securityGroupText: Rule = {
  id: "security-group-text",
  types: ["aws_security_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
  check({ values }) {
    return [
      ...check("name", "GroupName", text(values, "name")),
      ...check("name_prefix", "GroupName", text(values, "name_prefix")),
      ...check("description", "GroupDescription", text(values, "description")),
    ];
  },
};

function check(attribute: string, parameter: string, value: string | undefined): readonly Refusal[] {
  if (value === undefined) return [];
  const refuse = (why: string, advice: string) => [
    {
      code: "InvalidParameterValue",
      message: `Value (${value}) for parameter ${parameter} is invalid. ${why}`,
      advice,
      path: [attribute],
    },
  ];
  if (value.length > 255)
    return refuse("The length exceeds the limit of 255 characters.", `Shorten it by ${value.length - 255}.`);
  if (!allowed.test(value)) {
    return refuse(
      "Character sets beyond ASCII are not supported.",
      "Use letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* only.",
    );
  }
  if (attribute !== "description" && value.startsWith("sg-"))
    return refuse("Group names may not be in the format sg-*.", "Begin the name with something else.");
  return [];
}
