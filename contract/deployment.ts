/** How a release replaces the one before it. */
export type Strategy = "rolling" | "blue-green" | "canary" | "linear";

/** Who carries a deployment out: ECS itself, or CodeDeploy. */
export type Controller = "ecs" | "codedeploy";

export type Deployment = RollingDeployment | ShiftingDeployment;

/** Tasks are replaced a few at a time, behind one target group. */
export interface RollingDeployment {
  readonly strategy: "rolling";
  readonly controller: "ecs";
  readonly alarms: DeploymentAlarms;
  readonly changesFrom?: Strategy;
}

/**
 * A second set of tasks starts behind a target group of its own, and traffic shifts to it: at once (blue-green), a part first and the
 * rest later (canary), or in equal steps (linear).
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
 */
export interface ShiftingDeployment {
  readonly strategy: "blue-green" | "canary" | "linear";
  readonly controller: Controller;
  /** Minutes that both sets run after all traffic has shifted, so that going back is instant; 0 to 1440. */
  readonly bakeMinutes: number;
  /** First part of the traffic (percent), and the minutes until the rest follows; with `canary` only. */
  readonly canary?: { readonly percent: number; readonly bakeMinutes: number };
  /** Part of the traffic of each step (percent), and the minutes between steps; with `linear` only. */
  readonly linear?: { readonly stepPercent: number; readonly stepBakeMinutes: number };
  /** Requests with this header reach the new tasks before others do; ECS only. */
  readonly testHeader?: { readonly name: string; readonly value: string };
  readonly hooks: readonly DeploymentHook[];
  readonly alarms: DeploymentAlarms;
  /** Set for the one apply that moves a service to this strategy from another; see docs/deploy.md. */
  readonly changesFrom?: Strategy;
}

/** A Lambda function that a deployment asks at a stage whether to go on. */
export interface DeploymentHook {
  /** ARN of the function, in the environment's account. */
  readonly functionArn: string;
  /** Stages in the controller's own words: `POST_TEST_TRAFFIC_SHIFT` of ECS, `AfterAllowTestTraffic` of CodeDeploy. */
  readonly stages: readonly string[];
}

/** CloudWatch alarms that stop a deployment and roll it back. */
export interface DeploymentAlarms {
  /** Names of alarms of the environment's account, besides the service's own. */
  readonly names: readonly string[];
  /** The service's own alarm: share of requests (percent) that the tasks answer with 5xx; without it, there is none. */
  readonly errorPercent?: number;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
}

/** Stages at which ECS calls hooks. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
export const ecsHookStages = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
] as const;

/** Stages at which CodeDeploy calls hooks. @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html#appspec-hooks-ecs */
export const codedeployHookStages = [
  "BeforeInstall",
  "AfterInstall",
  "AfterAllowTestTraffic",
  "BeforeAllowTraffic",
  "AfterAllowTraffic",
] as const;

/** Minutes that a deployment waits on purpose: between its steps, and at its end before the old tasks stop. */
export function shiftMinutes({ bakeMinutes, canary, linear }: ShiftingDeployment): number {
  const steps = linear ? Math.ceil(100 / linear.stepPercent) - 1 : 0;
  return bakeMinutes + (canary?.bakeMinutes ?? 0) + steps * (linear?.stepBakeMinutes ?? 0);
}
