import { type CloudResource } from "../../cloud/cloud-resource";
import { type Values } from "../../values/value";
import { text } from "../../values/reading";
import { byArn } from "../reading/others";
import { type Change } from "../rule";

/** The balancer that a listener, or a rule of a listener, belongs to. */
export function balancerOf(change: Change, type: string, values: Values): CloudResource | undefined {
  if (type === "aws_lb_listener") return byArn(change, "aws_lb", text(values, "load_balancer_arn"));
  const listener = byArn(change, "aws_lb_listener", text(values, "listener_arn"));
  return listener && balancerOf(change, listener.type, listener.values);
}

/** `application`, `network` or `gateway`; what the configuration leaves out is an application balancer. */
export function kindOfBalancer(balancer: Values): string {
  return text(balancer, "load_balancer_type") ?? "application";
}
