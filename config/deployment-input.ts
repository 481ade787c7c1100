/** How a new release takes over from the one before. */
export type DeploymentInput =
  RollingDeploymentInput | BlueGreenDeploymentInput | CanaryDeploymentInput | LinearDeploymentInput;

/** What all strategies take. */
export interface CommonDeploymentInput {
  /** CloudWatch alarms that stop a deployment and roll it back. */
  readonly alarms?: DeploymentAlarmsInput;
  /**
   * The strategy that the service has now. Set for the one apply that moves it to this one, and removed after; see docs/deploy.md.
   *
   * @default - the service is new, or keeps its strategy
   */
  readonly changesFrom?: "rolling" | "blue-green" | "canary" | "linear";
}

/**
 * Tasks are replaced a few at a time; releases that never get healthy are rolled back.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export interface RollingDeploymentInput extends CommonDeploymentInput {
  /** Replaces tasks a few at a time. */
  readonly strategy: "rolling";
}

/** What the strategies take that start a second set of tasks and shift traffic to it. Both sets run at once for a while. */
export interface ShiftingDeploymentInput extends CommonDeploymentInput {
  /**
   * Who shifts the traffic: ECS itself, or CodeDeploy, for teams that have it. AWS recommends ECS.
   *
   * @default "ecs"
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
   */
  readonly controller?: "ecs" | "codedeploy";
  /**
   * Minutes that both sets of tasks run after all traffic has shifted, so that going back is instant, 0 to 1440; at least the alarms'
   * period times evaluation periods.
   *
   * @default 5
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
   */
  readonly bakeMinutes?: number;
  /**
   * Requests with this header reach the new tasks before others do. With the controller `ecs` only.
   *
   * @default - none: the new tasks are tested by their health check alone
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
   */
  readonly testHeader?: TestHeaderInput;
  /**
   * Lambda functions that are asked at a stage whether to go on.
   *
   * @default []
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
   */
  readonly hooks?: readonly DeploymentHookInput[];
}

/**
 * All traffic shifts at once.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
 */
export interface BlueGreenDeploymentInput extends ShiftingDeploymentInput {
  /** Shifts all traffic at once. */
  readonly strategy: "blue-green";
}

/**
 * A part of the traffic shifts first, the rest later.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html
 */
export interface CanaryDeploymentInput extends ShiftingDeploymentInput {
  /** Shifts a part of the traffic first, the rest later. */
  readonly strategy: "canary";
  /**
   * First part of the traffic, in percent: 0.1 to 100 in steps of 0.1; with CodeDeploy a whole number from 1 to 99.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
   */
  readonly percent: number;
  /**
   * Minutes until the rest follows, 0 to 1440; at least the alarms' period times evaluation periods.
   *
   * @default 10
   */
  readonly canaryBakeMinutes?: number;
}

/**
 * Traffic shifts in equal steps.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-linear.html
 */
export interface LinearDeploymentInput extends ShiftingDeploymentInput {
  /** Shifts traffic in equal steps. */
  readonly strategy: "linear";
  /**
   * Part of the traffic of each step, in percent: 3 to 100 in steps of 0.1; with CodeDeploy a whole number from 1 to 99.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
   */
  readonly stepPercent: number;
  /**
   * Minutes between steps, 0 to 1440; at least the alarms' period times evaluation periods.
   *
   * @default 6
   */
  readonly stepBakeMinutes?: number;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
export interface TestHeaderInput {
  /** Name of the header, at most 40 characters, for example `x-release`. */
  readonly name: string;
  /** Its value, at most 128 characters; nothing that visitors send by chance. */
  readonly value: string;
}

export interface DeploymentHookInput {
  /** ARN of a Lambda function in the environment's account and region. */
  readonly functionArn: string;
  /**
   * Stages in the controller's own words: for ECS `RECONCILE_SERVICE`, `PRE_SCALE_UP`, `POST_SCALE_UP`, `TEST_TRAFFIC_SHIFT`,
   * `POST_TEST_TRAFFIC_SHIFT`, `PRODUCTION_TRAFFIC_SHIFT`, `POST_PRODUCTION_TRAFFIC_SHIFT`; for CodeDeploy `BeforeInstall`,
   * `AfterInstall`, `AfterAllowTestTraffic`, `BeforeAllowTraffic`, `AfterAllowTraffic`, each for one function.
   */
  readonly stages: readonly string[];
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
export interface DeploymentAlarmsInput {
  /**
   * Names of CloudWatch alarms of the environment's account and region, besides the service's own.
   *
   * @default []
   */
  readonly names?: readonly string[];
  /**
   * The service's own alarm: share of requests, in percent, that its tasks answer with 5xx. `none` makes no alarm. Not for workers.
   *
   * @default - 5, for workers none
   */
  readonly errorPercent?: number | "none";
  /**
   * Seconds that the own alarm counts together, a multiple of 60. Write 10, 20 or 30 only with alarms of yours and `errorPercent: "none"`.
   *
   * @default 60
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
   */
  readonly periodSeconds?: number;
  /**
   * Periods in a row that the alarm waits for. Alarms of yours should not wait longer: what a deployment bakes is checked against this.
   *
   * @default 3
   */
  readonly evaluationPeriods?: number;
}
