import { items, number, text } from "../../values/reading";
import { type Rule } from "../rule";

/** A listener does not redirect a request to itself. */
export const listenerRedirectLoop: Rule = {
  id: "listener-redirect-loop",
  types: ["aws_lb_listener"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#redirect-actions",
  check({ values }) {
    const [protocol, port] = [text(values, "protocol"), number(values, "port")];
    if (protocol === undefined || port === undefined) return [];
    const kept: Readonly<Record<string, readonly string[]>> = {
      protocol: ["#{protocol}", protocol],
      port: ["#{port}", String(port)],
      host: ["#{host}"],
      path: ["/#{path}"],
      query: ["#{query}"],
    };
    const loops = items(values, "default_action")
      .flatMap((action) => items(action, "redirect"))
      .filter((redirect) =>
        Object.entries(kept).every(([part, same]) => {
          // What is left out stays as it is.
          const to = redirect[part] ?? same[0];
          return typeof to === "string" && same.includes(to);
        }),
      );
    return loops.map(() => ({
      code: "InvalidLoadBalancerAction",
      message: "The redirect configuration is not valid because it creates a loop.",
      advice: `It leads back to ${protocol} on port ${port}. Change the protocol, port, host, path or query of the redirect.`,
      path: ["default_action"],
    }));
  },
};
