import { number, text } from "../../values/reading";
import { type Rule } from "../rule";

const longestSeconds = 3600;

/** A target is drained for at most an hour. */
export const targetGroupDelay: Rule = {
  id: "target-group-delay",
  types: ["aws_lb_target_group", "aws_alb_target_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html",
  check({ values }) {
    // The provider keeps it as text, so that zero differs from nothing.
    const given = text(values, "deregistration_delay") ?? number(values, "deregistration_delay");
    const seconds = Number(given ?? 0);
    if (Number.isInteger(seconds) && seconds >= 0 && seconds <= longestSeconds) return [];
    return [
      {
        code: "ValidationError",
        message: `'${given}' is not a valid value for attribute 'deregistration_delay.timeout_seconds'`,
        advice: `Choose 0 to ${longestSeconds} seconds.`,
        path: ["deregistration_delay"],
      },
    ];
  },
};
