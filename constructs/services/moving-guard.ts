import { DataAwsLbListenerRule } from "@cdktf/provider-aws/lib/data-aws-lb-listener-rule";
import type { Precondition } from "cdktf";
import type { Construct } from "constructs";
import type { TargetGroup } from "./target-group";

/** Where the rule stands that traffic shifts change. */
export interface ShiftedRule {
  readonly listenerArn: string;
  readonly priority: number;
}

/**
 * What must hold when Terraform, for one apply, owns what traffic shifts own otherwise: all production traffic is on the first target
 * group, where the apply leaves it. On the second one, it would send everybody to a group without tasks.
 *
 * The rule is read from AWS, because the configuration says what it was before the first shift; and by its place, because Terraform reads
 * what refers to a resource with changes only during the apply.
 *
 * @see https://developer.hashicorp.com/terraform/language/data-sources
 */
export function trafficOnFirstGroup(scope: Construct, rule: ShiftedRule, first: TargetGroup): Precondition {
  const live = new DataAwsLbListenerRule(scope, "LiveRule", { ...rule });
  const groups = `flatten([for action in ${live.fqn}.action : [for forward in action.forward : [for group in forward.target_group : group]]])`;
  const arn = first.arnInExpression;
  return {
    condition: `\${anytrue([for group in ${groups} : group.arn == ${arn} && group.weight > 0]) && alltrue([for group in ${groups} : group.arn == ${arn} || group.weight == 0])}`,
    errorMessage: [
      "deployment.changesFrom moves this service to another strategy, which is safe only while all of its traffic is on its first target",
      "group, and it is not. If the service has the new strategy already, remove changesFrom. If not, deploy once more (ecs-env sync):",
      "the groups take turns; then apply again.",
    ].join(" "),
  };
}
