import { type Rule } from "../rule";
import { uniqueName } from "../reading/unique-name";

export const targetGroupDuplicate: Rule = uniqueName({
  id: "target-group-duplicate",
  type: "aws_lb_target_group",
  attribute: "name",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  code: "DuplicateTargetGroupName",
  message: (name) => `A target group with the same name '${name}' exists, but with different settings`,
  advice: () => "Choose another name; a replacement that is created first needs a name of its own.",
});
