import { number, text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** A balancer has one listener on a port. */
export const listenerDuplicate: Rule = {
  id: "listener-duplicate",
  types: ["aws_lb_listener"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  check(change) {
    const balancer = text(change.values, "load_balancer_arn");
    const port = number(change.values, "port");
    if (balancer === undefined || port === undefined) return [];
    const isTaken = others(change, "aws_lb_listener").some(
      ({ values }) => text(values, "load_balancer_arn") === balancer && number(values, "port") === port,
    );
    if (!isTaken) return [];
    return [
      {
        code: "DuplicateListener",
        message: "A listener already exists on this port for this load balancer",
        advice: `Choose another port than ${port}, or import the listener that exists.`,
        path: ["port"],
      },
    ];
  },
};
