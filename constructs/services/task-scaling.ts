import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { Construct } from "constructs";

/** How many tasks run, and which averages autoscaling holds. */
export interface TaskScaling {
  readonly minTasks: number;
  readonly maxTasks: number;
  /**
   * Average CPU, in percent of the task's, that autoscaling holds.
   *
   * @default - CPU does not scale the service
   */
  readonly cpuPercent?: number;
  /**
   * Average memory, in percent of the task's, that autoscaling holds.
   *
   * @default - memory does not scale the service
   */
  readonly memoryPercent?: number;
  /**
   * Requests per task and minute that autoscaling holds.
   *
   * @default - requests do not scale the service
   */
  readonly requestsPerTarget?: number;
}

/** Whether autoscaling, not Terraform, decides the number of tasks. */
export function isAutoscaled(scaling: TaskScaling): boolean {
  return [scaling.cpuPercent, scaling.memoryPercent, scaling.requestsPerTarget].some(
    (target) => target !== undefined,
  );
}

export interface ServiceScalingProps extends TaskScaling {
  readonly clusterName: string;
  readonly serviceName: string;
  /** `<load balancer>/<target group>` ARN suffixes; needed for requests per target. */
  readonly requestCountLabel?: string;
}

/**
 * Target tracking for one ECS service.
 *
 * Creates: a scalable target; a policy per declared average.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 */
export class ServiceScaling extends Construct {
  constructor(scope: Construct, id: string, props: ServiceScalingProps) {
    super(scope, id);
    const target = new AppautoscalingTarget(this, "Resource", {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/${props.clusterName}/${props.serviceName}`,
      minCapacity: props.minTasks,
      maxCapacity: props.maxTasks,
    });
    this.createPolicy(target, "Cpu", "ECSServiceAverageCPUUtilization", props.cpuPercent);
    this.createPolicy(target, "Memory", "ECSServiceAverageMemoryUtilization", props.memoryPercent);
    this.createPolicy(
      target,
      "Requests",
      "ALBRequestCountPerTarget",
      props.requestsPerTarget,
      props.requestCountLabel,
    );
  }

  private createPolicy(
    target: AppautoscalingTarget,
    id: string,
    metric: string,
    targetValue: number | undefined,
    resourceLabel?: string,
  ): void {
    if (targetValue === undefined) return;
    new AppautoscalingPolicy(this, id, {
      name: id.toLowerCase(),
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue,
        predefinedMetricSpecification: { predefinedMetricType: metric, resourceLabel },
        scaleOutCooldown: 60,
        scaleInCooldown: 300,
      },
    });
  }
}
