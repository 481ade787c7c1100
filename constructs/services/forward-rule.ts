import { LbListenerRule, type LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { Construct } from "constructs";
import { ignoredAttributes } from "../../contract/ownership";

export interface ForwardRuleProps {
  readonly listenerArn: string;
  readonly targetGroupArn: string;
  readonly priority: number;
  readonly condition: LbListenerRuleCondition[];
}

/**
 * Creates a rule that forwards to a service. Services stand behind rules, never behind a listener's default action:
 * whoever shifts traffic later may own a rule's action.
 */
export function createForwardRule(scope: Construct, id: string, props: ForwardRuleProps): LbListenerRule {
  const { targetGroupArn, ...rule } = props;
  const ignored = ignoredAttributes("listener-rule", "rolling", { isAutoscaled: false });
  return new LbListenerRule(scope, id, {
    ...rule,
    action: [{ type: "forward", targetGroupArn }],
    lifecycle: ignored.length > 0 ? { ignoreChanges: ignored } : undefined,
  });
}
