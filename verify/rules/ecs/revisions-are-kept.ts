import { attributeRule, isTrue } from "../attribute-rule";

export const revisionsAreKept = attributeRule({
  id: "revisions-are-kept",
  title: "Replaced revisions of task definitions stay active",
  severity: "warning",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition",
  why: "A revision that Terraform deregisters can no longer be rolled back to, and running services cannot start tasks of it for long.",
  fix: "Set `skip_destroy = true`.",
  types: ["aws_ecs_task_definition"],
  attribute: "skip_destroy",
  must: "must be true",
  default: false,
  holds: isTrue,
});
