import type { LoadBalancer, Service } from "@aws-sdk/client-ecs";
import type { Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { BalancerPort } from "../ports/watching-ports";

/** A target group with its share of production traffic, percent. */
export interface TrafficShare {
  readonly groupArn: string;
  readonly percent: number;
}

/**
 * Where production traffic goes: by the weights of the production rules where traffic is shifted by ECS, by the primary task set under
 * CodeDeploy, otherwise to the service's own group.
 */
export async function readTraffic(
  service: Service,
  balancers: BalancerPort,
): Promise<readonly TrafficShare[]> {
  const primary = service.taskSets?.find(({ status }) => status === "PRIMARY");
  const attached = primary?.loadBalancers ?? service.loadBalancers ?? [];
  const rules = attached.flatMap((one) => one.advancedConfiguration?.productionListenerRule ?? []);
  if (rules.length > 0) return (await balancers.describeRules(rules)).flatMap(sharesOf);
  return attached.flatMap(({ targetGroupArn }: LoadBalancer) =>
    targetGroupArn === undefined ? [] : [{ groupArn: targetGroupArn, percent: 100 }],
  );
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html */
export function sharesOf(rule: Rule): readonly TrafficShare[] {
  const forward = rule.Actions?.find(({ Type }) => Type === "forward");
  const groups = forward?.ForwardConfig?.TargetGroups ?? [
    { TargetGroupArn: forward?.TargetGroupArn, Weight: 1 },
  ];
  const sum = groups.reduce((total, { Weight = 1 }) => total + Weight, 0);
  return groups.flatMap(({ TargetGroupArn, Weight = 1 }) =>
    TargetGroupArn === undefined
      ? []
      : [{ groupArn: TargetGroupArn, percent: sum === 0 ? 0 : (100 * Weight) / sum }],
  );
}
