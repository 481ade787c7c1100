import { attributeRule, isFalse } from "../attribute-rule";

export const templateIsOwnRevision = attributeRule({
  id: "template-is-own-revision",
  title: "Terraform compares task definitions with its own revision",
  severity: "warning",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition",
  why: "With `track_latest` the revision that a pipeline registered counts as drift: the next apply replaces it.",
  fix: "Leave `track_latest` out, or set it to false.",
  types: ["aws_ecs_task_definition"],
  attribute: "track_latest",
  must: "must be false",
  default: false,
  holds: isFalse,
});
