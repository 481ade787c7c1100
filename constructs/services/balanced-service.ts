import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { Construct } from "constructs";
import type { SecurityGroupPeer } from "../network/security-group";
import { ContainerService } from "./container-service";
import type { ContainerServiceSettings } from "./container-service-settings";
import { TargetGroup, type HealthCheck } from "./target-group";

/** What frontends and backends take: the settings of every service, and how their load balancer treats the tasks. */
export interface BalancedServiceSettings extends ContainerServiceSettings {
  /** Port the application container listens on. */
  readonly port: number;
  /**
   * How the load balancer finds out whether a task can take requests.
   *
   * @default - `/` must answer with a status from 200 to 399
   */
  readonly healthCheck?: HealthCheck;
  /**
   * Seconds that running requests get before a stopping task loses its connections; at least the longest request, at
   * most `stopTimeoutSeconds`.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
   */
  readonly deregistrationDelaySeconds?: number;
}

/** The load balancer that a service stands behind. */
export interface BalancerOfService {
  readonly securityGroup: SecurityGroupPeer;
  readonly arnSuffix: string;
}

export function createTargetGroup(scope: Construct, props: BalancedServiceSettings): TargetGroup {
  return new TargetGroup(scope, "TargetGroup", {
    environment: props.environment,
    service: props.name,
    vpcId: props.network.vpcId,
    port: props.port,
    healthCheck: props.healthCheck ?? {},
    deregistrationDelaySeconds: props.deregistrationDelaySeconds ?? 30,
  });
}

/** Creates the service behind its target group; only the load balancer reaches the tasks. */
export function createBalancedService(
  scope: Construct,
  props: BalancedServiceSettings,
  targetGroup: TargetGroup,
  loadBalancer: BalancerOfService,
  rules: readonly LbListenerRule[],
): ContainerService {
  return new ContainerService(scope, "Resource", {
    ...props,
    ingress: {
      from: loadBalancer.securityGroup,
      port: props.port,
      targetGroupArn: targetGroup.arn,
      healthCheckPath: props.healthCheck?.path ?? "/",
      graceSeconds: props.healthCheck?.graceSeconds ?? 60,
      requestCountLabel: `${loadBalancer.arnSuffix}/${targetGroup.arnSuffix}`,
      rules,
    },
  });
}
