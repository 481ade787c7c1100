import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Rule, TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/Welcome.html */
export interface BalancerPort {
  describeTargetHealth(targetGroupArn: string): Promise<readonly TargetHealthDescription[]>;
  describeRules(ruleArns: readonly string[]): Promise<readonly Rule[]>;
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
export interface AlarmPort {
  describeAlarms(names: readonly string[]): Promise<readonly MetricAlarm[]>;
}

export interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly stream: string;
  readonly message: string;
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/Welcome.html */
export interface LogPort {
  /** The last lines of one stream, oldest first; none when there is no such stream. */
  lastLines(group: string, stream: string, limit: number): Promise<readonly LogLine[]>;
  /** Lines of all streams with a prefix, from a time on, oldest first. */
  linesSince(
    group: string,
    options: {
      readonly streamPrefix?: string;
      readonly streams?: readonly string[];
      readonly since: number;
      readonly limit: number;
    },
  ): Promise<readonly LogLine[]>;
}
