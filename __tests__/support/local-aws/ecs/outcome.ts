/** How a deployment goes. */
export type Outcome =
  /** Every task gets healthy. */
  | "healthy"
  /** The application container ends at once, with an exit code. */
  | "crashes"
  /** Tasks run, but never answer the health check. */
  | "never-healthy"
  /** Tasks are never placed; nothing moves until somebody stops it. */
  | "hangs"
  /** Tasks are healthy, then an alarm of the service fires. */
  | "alarm"
  /** Tasks crash, and the tasks of the rollback do as well. */
  | "rollback-fails"
  /** A lifecycle hook says no. */
  | "hook-fails";

export interface OutcomeDetails {
  /** Of the application container. @default 1 */
  readonly exitCode?: number;
  /** What the application container logs before it ends. */
  readonly logLines?: readonly string[];
  /** Name of the alarm that fires. @default - the service's first */
  readonly alarm?: string;
  /** Stage at which the hook fails, or the deployment hangs. */
  readonly stage?: string;
}

export interface PlannedOutcome extends OutcomeDetails {
  readonly outcome: Outcome;
}
