import { LbListenerRule, type LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { ignoredAttributes, type DeploymentKind } from "../../contract/ownership";

export interface ForwardRuleProps {
  readonly listenerArn: string;
  /** The target group that gets the requests, and the one that deployments shift to. */
  readonly targetGroupArns: readonly [first: string, alternate?: string];
  readonly priority: number;
  readonly condition: LbListenerRuleCondition[];
  readonly kind: DeploymentKind;
  /** Whether this apply moves the service to another strategy. */
  readonly isMoving: boolean;
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Creates a rule that forwards to a service. Services stand behind rules, never behind a listener's default action:
 * whoever shifts traffic owns a rule's action.
 */
export function createForwardRule(scope: Construct, id: string, props: ForwardRuleProps): LbListenerRule {
  const { targetGroupArns, kind, isMoving, ...rule } = props;
  const ignored = ignoredAttributes("listener-rule", kind, { isAutoscaled: false, isMoving });
  return new LbListenerRule(scope, id, {
    ...rule,
    action: [forwardTo(...targetGroupArns)],
    lifecycle: ignored.length > 0 ? { ignoreChanges: ignored } : undefined,
  });
}

/** ECS rolls a deployment back whose two target groups are not both in the rule. */
function forwardTo(first: string, alternate?: string) {
  if (alternate === undefined) return { type: "forward", targetGroupArn: first };
  const targetGroup = [
    { arn: first, weight: 100 },
    { arn: alternate, weight: 0 },
  ];
  return { type: "forward", forward: { targetGroup } };
}
