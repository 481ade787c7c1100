/** What one look at AWS tells, whoever carries the deployment out. The judgement is a function of this and of nothing else in AWS. */
export interface Look {
  /** Undefined: AWS has no such service any more. */
  readonly service: ServiceLook | undefined;
  /** Our deployment; undefined: AWS does not list it, yet or any more. */
  readonly deployment: DeploymentLook | undefined;
  /** What runs, task by task; read only when nothing is under way any more. */
  readonly running?: RunningLook;
}

export interface ServiceLook {
  /** False: it is being deleted. */
  readonly isActive: boolean;
  readonly desired: number;
  readonly running: number;
  /** ARN or id of the deployment that AWS calls the current one, if it tells. */
  readonly currentDeployment?: string;
  readonly isBalanced: boolean;
  /** The service's sets of tasks: one of ECS's `deployments`, or of CodeDeploy's task sets, each. */
  readonly sets: readonly TaskSetLook[];
}

export interface TaskSetLook {
  readonly id: string;
  readonly revisionArn: string;
  /** The one that serves, or is to serve. */
  readonly isPrimary: boolean;
  /** CodeDeploy's deployment that made the set. */
  readonly madeBy?: string;
  /** ARNs of target groups that its tasks are in. */
  readonly groups: readonly string[];
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly failed: number;
}

/** Where a deployment is, in one word for both controllers. */
export type Phase =
  "under-way" | "rolling-back" | "succeeded" | "rolled-back" | "rollback-failed" | "stopped";

export interface DeploymentLook {
  readonly id: string;
  readonly phase: Phase;
  /** AWS's own word. */
  readonly status: string;
  readonly stage?: string;
  /** Revision that it brings; undefined: AWS does not tell yet. */
  readonly revisionArn?: string;
  /** Revision that it goes back to, once it does. */
  readonly backTo?: string;
  /** Share of production traffic (percent) for the new tasks. */
  readonly trafficPercent?: number;
  /** Alarms that made it fail. */
  readonly alarms: readonly string[];
  readonly isBreakerTripped: boolean;
  /** Hooks that said no, with their stages. */
  readonly failedHooks: readonly string[];
  /** AWS's own words. */
  readonly reason?: string;
}

export interface RunningLook {
  readonly tasks: readonly TaskLook[];
  /** Target groups that get production traffic; none without a load balancer. */
  readonly groups: readonly TargetGroupLook[];
  /** Alarms of the service that fire. */
  readonly firing: readonly string[];
}

export interface TaskLook {
  readonly id: string;
  readonly revisionArn: string;
  /** Of the application container, as the task reports it. */
  readonly digest?: string;
  /** AWS's own word: `RUNNING`, `PENDING`, `DEACTIVATING`. */
  readonly status: string;
  /** Of the containers' own health checks: `HEALTHY`, `UNHEALTHY`, `UNKNOWN` without such checks. */
  readonly health?: string;
  /** Private address, which the load balancer knows the task by. */
  readonly address?: string;
}

export interface TargetGroupLook {
  readonly arn: string;
  /** Share of production traffic, percent. */
  readonly percent: number;
  readonly targets: readonly TargetLook[];
}

export interface TargetLook {
  readonly address: string;
  /** AWS's own word: `healthy`, `initial`, `unhealthy`, `draining`, `unused`. */
  readonly state: string;
}
