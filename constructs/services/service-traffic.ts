import type { LbListenerRule, LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { Construct } from "constructs";
import type { Deployment, ShiftingDeployment } from "../../contract/deployment";
import { deploymentKind, isMoving } from "../../contract/ownership";
import { literalText } from "../text/literal-text";
import { createForwardRule } from "./forward-rule";
import type { TargetGroup } from "./target-group";

/** A rule in front of a service. */
export interface ServiceRoute {
  /** Id of the rule's construct. */
  readonly id: string;
  readonly priority: number;
  /** Priority of the rule for requests with the test header: the lower number is asked first. */
  readonly testPriority?: number;
  readonly condition: LbListenerRuleCondition[];
}

export interface ServiceTrafficProps {
  readonly listenerArn: string;
  /** One only, when deployments shift traffic: ECS moves the weights of one rule. */
  readonly routes: readonly ServiceRoute[];
  readonly group: TargetGroup;
  readonly alternateGroup: TargetGroup | undefined;
  readonly deployment: Deployment;
}

/** The rules in front of a service. */
export interface ServiceTraffic {
  readonly rules: readonly LbListenerRule[];
  /** Gets the requests with the test header; undefined where no header is declared. */
  readonly testRule: LbListenerRule | undefined;
}

/** Creates the rules that lead to a service, and the one for requests with the test header. */
export function createTraffic(scope: Construct, props: ServiceTrafficProps): ServiceTraffic {
  const { listenerArn, group, alternateGroup, deployment, routes } = props;
  const common = {
    listenerArn,
    targetGroupArns: alternateGroup ? ([group.arn, alternateGroup.arn] as const) : ([group.arn] as const),
    kind: deploymentKind(deployment),
    isMoving: isMoving(deployment),
  };
  const rules = routes.map(({ id, priority, condition }) =>
    createForwardRule(scope, id, { ...common, priority, condition }),
  );
  const [route] = routes;
  if (deployment.strategy === "rolling" || !deployment.testHeader || route?.testPriority === undefined)
    return { rules, testRule: undefined };
  const testRule = createForwardRule(scope, "TestRule", {
    ...common,
    priority: route.testPriority,
    condition: [...route.condition, headerIs(deployment.testHeader)],
    // The rule of the route may have to make room first.
    dependsOn: rules,
  });
  return { rules, testRule };
}

function headerIs({ name, value }: NonNullable<ShiftingDeployment["testHeader"]>): LbListenerRuleCondition {
  return { httpHeader: { httpHeaderName: literalText(name), values: [literalText(value)] } };
}
