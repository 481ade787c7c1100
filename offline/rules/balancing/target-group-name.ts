import { nameLimits } from "../../../limits/resource-names";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Names of target groups: 32 letters, digits and hyphens. */
export const targetGroupNameRule: Rule = {
  id: "target-group-name",
  types: ["aws_lb_target_group", "aws_alb_target_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  check({ values }) {
    const name = text(values, "name");
    if (name === undefined) return [];
    const refuse = (message: string, advice: string) => [
      { code: "ValidationError", message, advice, path: ["name"] },
    ];
    const extra = name.length - nameLimits.targetGroup;
    if (extra > 0) {
      return refuse(
        `Target group name '${name}' cannot be longer than '${nameLimits.targetGroup}' characters`,
        `Shorten it by ${extra}.`,
      );
    }
    if (!/^[a-zA-Z0-9-]+$/.test(name)) {
      return refuse(
        `Target group name '${name}' can only contain characters that are alphanumeric characters and hyphens(-)`,
        "Use letters, digits and hyphens.",
      );
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      return refuse(
        `Target group name '${name}' cannot begin or end with characters '-'`,
        "Put a letter or digit there.",
      );
    }
    return [];
  },
};
