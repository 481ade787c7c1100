import { type MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { type Rule, type TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";

/** A target group with its targets by address. */
export interface TargetGroup {
  readonly arn: string;
  readonly targets: Map<string, TargetHealthDescription>;
}

export type RuleState = Rule;

export type AlarmState = MetricAlarm;

export interface LogLine {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/** Lines by name of the stream. */
export type LogStreams = Map<string, LogLine[]>;
