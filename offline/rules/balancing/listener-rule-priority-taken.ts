import { number, text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A listener has one rule of a priority. */
export const listenerRulePriorityTaken: Rule = {
  id: "listener-rule-priority-taken",
  types: ["aws_lb_listener_rule"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  check(change) {
    const listener = text(change.values, "listener_arn");
    const priority = number(change.values, "priority");
    if (listener === undefined || priority === undefined) return [];
    const isTaken = others(change, "aws_lb_listener_rule").some(
      ({ values }) => text(values, "listener_arn") === listener && number(values, "priority") === priority,
    );
    if (!isTaken) return [];
    return [
      {
        code: "PriorityInUse",
        message: `Priority '${priority}' is currently in use`,
        advice: "Choose a priority that no other rule of the listener has.",
        path: ["priority"],
      },
    ];
  },
};
