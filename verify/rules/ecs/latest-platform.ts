import { attributeRule } from "../attribute-rule";

export const latestPlatform = attributeRule({
  id: "latest-platform",
  title: "Services run on the latest Fargate platform",
  severity: "error",
  controls: ["ECS.10", "CKV_AWS_332"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10",
  why: "A pinned platform version stays without AWS's security fixes and is switched off one day.",
  fix: "Leave `platform_version` out, or set it to LATEST.",
  types: ["aws_ecs_service", "aws_ecs_task_set"],
  attribute: "platform_version",
  must: "must be LATEST or left out",
  default: "LATEST",
  holds: (version) => version === "LATEST",
});
