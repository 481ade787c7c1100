import { attributeOf, attributeRule, isFalse } from "../attribute-rule";
import { type Rule } from "../rule";

/** Where the network of tasks is written, by what starts them. */
const starters: readonly (readonly [types: readonly string[], network: string])[] = [
  [["aws_ecs_service", "aws_ecs_task_set"], "network_configuration"],
  [["aws_cloudwatch_event_target"], "ecs_target.network_configuration"],
  [["aws_scheduler_schedule"], "target.ecs_parameters.network_configuration"],
];

const description = {
  id: "tasks-have-no-public-address",
  title: "Tasks have no public address",
  severity: "error",
  controls: ["ECS.2", "ECS.16", "CKV_AWS_333"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2",
  why: "A task with a public address is reached past the load balancer as soon as one security group is too wide.",
  fix: "Set `assign_public_ip = false` and place the tasks in private subnets with endpoints or a NAT gateway.",
} as const;

export const tasksHaveNoPublicAddress: Rule = {
  ...description,
  check: (environment) =>
    starters.flatMap(([types, network]) => ruleAbout(types, network).check(environment)),
};

function ruleAbout(types: readonly string[], network: string): Rule {
  const isNested = network.includes(".");
  return attributeRule({
    ...description,
    types,
    attribute: `${network}.assign_public_ip`,
    must: "must be false",
    default: false,
    holds: isFalse,
    // Other targets of schedules are no tasks.
    ...(isNested && { isAbout: ({ values }) => attributeOf(values, network) !== undefined }),
  });
}
