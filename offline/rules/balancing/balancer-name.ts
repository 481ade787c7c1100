import { nameLimits } from "../../../limits/resource-names";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Names of balancers: 32 letters, digits and hyphens. */
export const balancerName: Rule = {
  id: "balancer-name",
  types: ["aws_lb", "aws_alb"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  check({ values }) {
    const name = text(values, "name");
    if (name === undefined) return [];
    const refuse = (message: string, advice: string) => [
      { code: "ValidationError", message, advice, path: ["name"] },
    ];
    if (name.length > nameLimits.loadBalancer) {
      return refuse(
        `The load balancer name '${name}' cannot be longer than '${nameLimits.loadBalancer}' characters`,
        `Shorten it by ${name.length - nameLimits.loadBalancer}.`,
      );
    }
    if (!/^[a-zA-Z0-9-]+$/.test(name)) {
      return refuse(
        `The load balancer name '${name}' can only contain characters that are alphanumeric characters and hyphens(-)`,
        "Use letters, digits and hyphens.",
      );
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      return refuse(
        `The load balancer name '${name}' cannot begin or end with a hyphen(-)`,
        "Put a letter or digit there.",
      );
    }
    if (name.startsWith("internal-"))
      return refuse(
        `The load balancer name '${name}' cannot begin with 'internal-'`,
        "AWS keeps this beginning for itself. Choose another.",
      );
    return [];
  },
};
