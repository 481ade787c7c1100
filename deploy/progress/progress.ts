/** What a command tells while it works: data, which `cli/` shows to a terminal, a CI log or a machine. */
export type Progress =
  | StepProgress
  | RolloutProgress
  | ServiceEventProgress
  | StoppedTaskProgress
  | LogProgress
  | WarningProgress
  | ResultProgress;

/** One step of the command: "image exists", "revision registered". */
export interface StepProgress {
  readonly kind: "step";
  readonly service: string;
  /** Fixed word of the step, such as `find-target` or `register-revision`. */
  readonly step: string;
  readonly title: string;
  readonly state: "started" | "done" | "skipped" | "failed" | "planned";
  /** Without secrets: an ARN, a digest, a reason. */
  readonly detail?: string;
}

/** How far a deployment is; told whenever it changes. */
export interface RolloutProgress {
  readonly kind: "rollout";
  readonly service: string;
  /** ARN of the service deployment, or id of CodeDeploy's. */
  readonly deployment: string;
  /** AWS's own words: `IN_PROGRESS`, `ROLLBACK_IN_PROGRESS`, `Succeeded`. */
  readonly status: string;
  /** Stage of a traffic shift in AWS's own words, such as `BAKE_TIME`. */
  readonly stage?: string;
  /** Tasks of the new revision. */
  readonly tasks: {
    readonly desired: number;
    readonly running: number;
    readonly pending: number;
    readonly failed: number;
  };
  /** What serves while the new revision has no tasks: before its first one, and after it was taken back. */
  readonly serving?: { readonly revision: string; readonly desired: number; readonly running: number };
  /** The deployment is over for AWS, and the command looks for up to so many seconds more, to be sure of its verdict. */
  readonly makesSureSeconds?: number;
  /** Targets of the new tasks as the load balancer sees them. */
  readonly targets?: { readonly healthy: number; readonly total: number };
  /** Share of production traffic that the new tasks get, percent. */
  readonly trafficPercent?: number;
  readonly alarmsFiring?: readonly string[];
}

/** A line of the service's events, in AWS's own words. */
export interface ServiceEventProgress {
  readonly kind: "service-event";
  readonly service: string;
  /** ISO 8601. */
  readonly at: string;
  readonly message: string;
}

/** Why a new task stopped. */
export interface StoppedTaskProgress {
  readonly kind: "stopped-task";
  readonly service: string;
  readonly task: string;
  readonly reason: string;
  /** What to do about a well-known reason, with AWS's page about it. */
  readonly advice?: string;
  readonly containers: readonly {
    readonly name: string;
    readonly exitCode?: number;
    readonly reason?: string;
  }[];
  /** Last lines of the application container's log, with what looks like a secret blotted out. */
  readonly logLines: readonly string[];
}

/** A line of a container's log, for `logs` and `run`. */
export interface LogProgress {
  readonly kind: "log";
  readonly service: string;
  /** ISO 8601. */
  readonly at: string;
  /** Id of the task. */
  readonly task: string;
  /** With what looks like a secret blotted out. */
  readonly message: string;
}

export interface WarningProgress {
  readonly kind: "warning";
  readonly service: string;
  readonly message: string;
  readonly advice: string;
}

export interface ResultProgress {
  readonly kind: "result";
  readonly service: string;
  readonly outcome: Outcome;
  /** One sentence for people. */
  readonly message: string;
  readonly digest?: string;
  readonly revision?: string;
  readonly seconds: number;
}

/**
 * `started`: the deployment has begun and nobody waits for its end (`--no-wait`). `command-failed`: the command of a one-off task ended
 * with a code other than 0.
 */
export type Outcome =
  | "done"
  | "unchanged"
  | "planned"
  | "started"
  | "command-failed"
  | "rolled-back"
  | "precondition"
  | "failed"
  | "interrupted";

export type Report = (progress: Progress) => void;
