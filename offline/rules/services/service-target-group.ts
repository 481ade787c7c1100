import { type Values } from "../../values/value";
import { asksFor } from "../reading/asked-for";
import { item, items, text } from "../../values/reading";
import { textPlaces } from "../reading/places-of";
import { type Change, type Refusal, type Rule } from "../rule";
import { taskDefinitionOf } from "./task-definition-of";

const listeners = ["aws_lb_listener", "aws_alb_listener", "aws_lb_listener_rule", "aws_alb_listener_rule"];
const targets = ["action", "default_action"].flatMap((action) => [
  `${action}.target_group_arn`,
  `${action}.forward.target_group.arn`,
]);

/** A target group that no balancer forwards to, or that cannot hold the addresses of tasks. */
export const serviceTargetGroup: Rule = {
  id: "service-target-group",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html",
  check(change) {
    if (!asksFor(change, "load_balancer")) return [];
    return items(change.values, "load_balancer")
      .flatMap((balancer) => [
        text(balancer, "target_group_arn") ?? [],
        text(item(balancer, "advanced_configuration") ?? {}, "alternate_target_group_arn") ?? [],
      ])
      .flat()
      .flatMap((arn) => {
        const group = change.cloud.find("aws_lb_target_group", "arn", arn);
        return group ? [...withoutBalancer(change, arn), ...wrongTargets(change, arn, group.values)] : [];
      });
  },
};

function withoutBalancer({ cloud }: Change, arn: string): readonly Refusal[] {
  const isUsed = listeners.some((type) =>
    cloud
      .all(type)
      .some(({ values }) =>
        targets.some((path) => textPlaces(values, path).some(({ value }) => value === arn)),
      ),
  );
  if (isUsed) return [];
  return [
    refusal(
      `The target group with targetGroupArn ${arn} does not have an associated load balancer.`,
      "Let a listener or a listener rule forward to the target group, and let the service depend on it (depends_on).",
    ),
  ];
}

function wrongTargets(change: Change, arn: string, group: Values): readonly Refusal[] {
  const task = taskDefinitionOf(change);
  if (
    !task ||
    text(task, "network_mode") !== "awsvpc" ||
    (text(group, "target_type") ?? "instance") !== "instance"
  )
    return [];
  return [
    refusal(
      `The provided target group ${arn} has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.`,
      'Set target_type of the target group to "ip"; this replaces it.',
    ),
  ];
}

function refusal(message: string, advice: string): Refusal {
  return { code: "InvalidParameterException", message, advice, path: ["load_balancer"] };
}
