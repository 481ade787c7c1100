import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf, booleanOf, isOpen } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { type ValueMap } from "../../values/value";

/** Types with their older names, which the provider still knows. */
export const balancerTypes = ["aws_lb", "aws_alb"];
export const listenerTypes = ["aws_lb_listener", "aws_alb_listener"];
export const listenerRuleTypes = ["aws_lb_listener_rule", "aws_alb_listener_rule"];
export const targetGroupTypes = ["aws_lb_target_group", "aws_alb_target_group"];

/** What is not told to be of another kind is an application load balancer, as for AWS. */
export function isApplication({ values }: Resource): boolean {
  return values["load_balancer_type"] !== "network" && values["load_balancer_type"] !== "gateway";
}

/** What is not told to be internal counts as public. */
export function isPublic({ values }: Resource): boolean {
  return booleanOf(values["internal"]) !== true;
}

export function publicApplicationBalancers(environment: EnvironmentFiles): readonly Resource[] {
  return environment
    .all(...balancerTypes)
    .filter((balancer) => isApplication(balancer) && isPublic(balancer));
}

/** The listeners of a balancer; one whose balancer the files do not tell belongs to none. */
export function listenersOf(balancer: Resource, environment: EnvironmentFiles): readonly Resource[] {
  return environment
    .all(...listenerTypes)
    .filter(({ values }) => pointsTo(values["load_balancer_arn"], balancer));
}

/** Whether clients speak TLS with it; a protocol that the files do not tell counts as plain. */
export function isEncrypted({ values }: Resource): boolean {
  return values["protocol"] === "HTTPS" || values["protocol"] === "TLS";
}

/** Rules of a listener that send requests to services. */
export function forwardingRules(listener: Resource, environment: EnvironmentFiles): readonly Resource[] {
  return environment
    .all(...listenerRuleTypes)
    .filter(
      ({ values }) => pointsTo(values["listener_arn"], listener) && forwards(blocksOf(values, "action")),
    );
}

/** An action that the files do not tell may forward. */
export function forwards(actions: readonly ValueMap[]): boolean {
  return actions.some(({ type }) => type === "forward" || isOpen(type));
}
