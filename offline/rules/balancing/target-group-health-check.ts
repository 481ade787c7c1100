import { isAbsent, item, number, text } from "../../values/reading";
import { type Rule } from "../rule";

/** Smallest and largest values, in seconds or checks. */
const bounds = {
  interval: [5, 300],
  timeout: [2, 120],
  healthy_threshold: [2, 10],
  unhealthy_threshold: [2, 10],
} as const;

const defaultInterval = 30;

/** Health checks end before the next one begins, within ELB's bounds, on a path. */
export const targetGroupHealthCheck: Rule = {
  id: "target-group-health-check",
  types: ["aws_lb_target_group", "aws_alb_target_group"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  check({ values }) {
    const check = item(values, "health_check");
    if (!check) return [];
    const refuse = (attribute: string, message: string, advice: string) => [
      { code: "ValidationError", message, advice, path: ["health_check", 0, attribute] },
    ];
    for (const [name, [smallest, largest]] of Object.entries(bounds)) {
      const value = number(check, name);
      if (value !== undefined && (value < smallest || value > largest)) {
        const words = `Health check ${name.replace("_", " ")} '${value}' must be in the range ${smallest}-${largest}`;
        return refuse(name, words, `Choose ${smallest} to ${largest}.`);
      }
    }
    // What is unknown is no number; what is left out is the provider's default.
    const interval = isAbsent(check, "interval") ? defaultInterval : number(check, "interval");
    const timeout = number(check, "timeout");
    const speaksHttp = ["HTTP", "HTTPS"].includes(text(values, "protocol") ?? "");
    if (speaksHttp && timeout !== undefined && interval !== undefined && timeout >= interval) {
      return refuse(
        "timeout",
        `Health check timeout '${timeout}' must be smaller than the interval '${interval}'`,
        `Set the timeout below ${interval} seconds.`,
      );
    }
    const path = text(check, "path");
    if (speaksHttp && path !== undefined && !path.startsWith("/"))
      return refuse("path", `Health check path '${path}' must begin with a '/' character`, `Write /${path}.`);
    return [];
  },
};
