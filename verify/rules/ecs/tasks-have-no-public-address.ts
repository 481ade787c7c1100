import { attributeRule, isFalse } from "../attribute-rule";

export const tasksHaveNoPublicAddress = attributeRule({
  id: "tasks-have-no-public-address",
  title: "Tasks have no public address",
  severity: "error",
  controls: ["ECS.2", "ECS.16", "CKV_AWS_333"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2",
  why: "A task with a public address is reached past the load balancer as soon as one security group is too wide.",
  fix: "Set `assign_public_ip = false` and place the tasks in private subnets with endpoints or a NAT gateway.",
  types: ["aws_ecs_service", "aws_ecs_task_set"],
  attribute: "network_configuration.assign_public_ip",
  must: "must be false",
  default: false,
  holds: isFalse,
});
