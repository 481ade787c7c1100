import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";

export interface LogGroupProps {
  /** Name of the group, for example `/ecs/dev/orders`. */
  readonly name: string;
  /**
   * Days of logs to keep. Older entries are deleted by CloudWatch.
   *
   * @default 30
   */
  readonly retentionDays?: number;
  /**
   * KMS key that encrypts the group.
   *
   * @default - a key of CloudWatch Logs
   */
  readonly encryptionKeyArn?: string;
}

/**
 * A CloudWatch log group that forgets.
 *
 * Creates: a log group.
 */
export class LogGroup extends Construct {
  readonly arn: string;
  readonly name: string;
  /** For `dependsOn` of what would create the group itself. */
  readonly resource: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    this.resource = new CloudwatchLogGroup(this, "Resource", {
      name: props.name,
      retentionInDays: props.retentionDays ?? 30,
      kmsKeyId: props.encryptionKeyArn,
    });
    this.arn = this.resource.arn;
    this.name = this.resource.name;
  }
}
