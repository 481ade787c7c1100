import { attributeRule, isFalse } from "../attribute-rule";

export const noForcedDeployment = attributeRule({
  id: "no-forced-deployment",
  title: "An apply starts no deployment by itself",
  severity: "warning",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service",
  why: "Each apply that touches the service replaces all its tasks, whatever was changed.",
  fix: "Leave `force_new_deployment` out, and let the pipeline deploy.",
  types: ["aws_ecs_service"],
  attribute: "force_new_deployment",
  must: "must be false",
  default: false,
  holds: isFalse,
});
