import { type Values } from "../../values/value";
import { items, text } from "../../values/reading";

/** Resources that send requests to target groups, and the block that says where to. */
const forwards = {
  aws_lb_listener: "default_action",
  aws_lb_listener_rule: "action",
} as const;

export const forwardingTypes = ["aws_lb_listener", "aws_lb_listener_rule"] as const;

/** The actions of a listener or of one of its rules. */
export function actionsOf(type: string, values: Values): readonly Values[] {
  return Object.entries(forwards)
    .filter(([forwarding]) => forwarding === type)
    .flatMap(([, block]) => items(values, block));
}

/** ARNs of the target groups that a listener or rule sends requests to. */
export function targetGroupArns(type: string, values: Values): readonly string[] {
  const arns = actionsOf(type, values).flatMap((action) => [
    text(action, "target_group_arn"),
    ...items(action, "forward").flatMap((forward) =>
      items(forward, "target_group").map((group) => text(group, "arn")),
    ),
  ]);
  return [...new Set(arns.filter((arn) => arn !== undefined))];
}
