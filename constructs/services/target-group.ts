import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import {
  alternateTargetGroupName,
  targetGroupName,
  type TargetGroupIdentity,
} from "../../limits/resource-names";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven } from "../../problems/problem";
import { literalText } from "../text/literal-text";

/** How the load balancer finds out whether a task can take requests. */
export interface HealthCheck {
  /**
   * Path that answers without side effects.
   *
   * @default "/"
   */
  readonly path?: string;
  /**
   * Seconds between two checks.
   *
   * @default 15
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds until a check without answer has failed; shorter than the interval.
   *
   * @default 5
   */
  readonly timeoutSeconds?: number;
  /**
   * Successful checks in a row that make a task healthy.
   *
   * @default 2
   */
  readonly healthyThreshold?: number;
  /**
   * Failed checks in a row that make a task unhealthy.
   *
   * @default 3
   */
  readonly unhealthyThreshold?: number;
  /**
   * Seconds a task may take to start before failed checks count.
   *
   * @default 60
   */
  readonly graceSeconds?: number;
  /**
   * HTTP status codes that mean healthy.
   *
   * @default "200-399"
   */
  readonly successCodes?: string;
}

const defaultIntervalSeconds = 15;
const defaultTimeoutSeconds = 5;

export interface TargetGroupProps {
  readonly environment: string;
  readonly service: string;
  readonly vpcId: string;
  readonly port: number;
  readonly healthCheck: HealthCheck;
  /** Seconds that running requests get before a stopping task loses its connections. */
  readonly deregistrationDelaySeconds: number;
  /**
   * Whether it is the second group of a service whose deployments shift traffic.
   *
   * @default false
   */
  readonly isAlternate?: boolean;
}

/**
 * The tasks of one service as a load balancer sees them.
 *
 * Creates: a target group of IP addresses. A replacement is created before the old one goes, under a new name.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export class TargetGroup extends Construct {
  readonly arn: string;
  readonly arnSuffix: string;
  /** Name as a reference: what uses it waits for the group. */
  readonly name: string;
  /** ARN for use inside of an expression, without `${…}`. */
  readonly arnInExpression: string;

  constructor(scope: Construct, id: string, props: TargetGroupProps) {
    super(scope, id);
    const identity: TargetGroupIdentity = { port: props.port, protocol: "HTTP", targetType: "ip" };
    const { healthCheck } = props;
    const nameOf = props.isAlternate ? alternateTargetGroupName : targetGroupName;
    checkTiming(this, healthCheck);
    const group = new LbTargetGroup(this, "Resource", {
      ...identity,
      name: nameOf(props.environment, props.service, identity),
      vpcId: props.vpcId,
      deregistrationDelay: String(props.deregistrationDelaySeconds),
      healthCheck: {
        path: literalText(healthCheck.path ?? "/"),
        interval: healthCheck.intervalSeconds ?? defaultIntervalSeconds,
        timeout: healthCheck.timeoutSeconds ?? defaultTimeoutSeconds,
        healthyThreshold: healthCheck.healthyThreshold ?? 2,
        unhealthyThreshold: healthCheck.unhealthyThreshold ?? 3,
        matcher: healthCheck.successCodes ?? "200-399",
      },
      lifecycle: { createBeforeDestroy: true },
    });
    this.arn = group.arn;
    this.arnSuffix = group.arnSuffix;
    this.name = group.name;
    this.arnInExpression = `${group.fqn}.arn`;
  }
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
function checkTiming(scope: Construct, healthCheck: HealthCheck): void {
  const { intervalSeconds = defaultIntervalSeconds, timeoutSeconds = defaultTimeoutSeconds } = healthCheck;
  if (timeoutSeconds < intervalSeconds) return;
  throwConstructProblems(scope.node.path, [
    {
      where: "healthCheck.timeoutSeconds",
      must: `must be shorter than the interval of ${intervalSeconds} seconds`,
      got: formatGiven(timeoutSeconds),
      advice: "Use for example an interval of 15 and a timeout of 5 seconds.",
    },
  ]);
}
