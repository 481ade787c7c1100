import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import { LogGroup } from "../observability/log-group";
import { ServiceRole } from "../permissions/service-role";

export interface FlowLogsProps {
  /** First part of every name, for example `dev`. */
  readonly name: string;
  readonly account: string;
  readonly vpcId: string;
  /** Which connections are recorded. */
  readonly trafficType: "ALL" | "REJECT";
  /**
   * Days of flow logs to keep.
   *
   * @default 30
   */
  readonly retentionDays?: number;
  /**
   * KMS key that encrypts the logs.
   *
   * @default - a key of CloudWatch Logs
   */
  readonly encryptionKeyArn?: string;
}

/**
 * Flow logs of a VPC in CloudWatch.
 *
 * Creates: a flow log, its log group, the role that writes to it. Costs: by volume.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export class FlowLogs extends Construct {
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, "LogGroup", {
      name: `/vpc/${props.name}/flow-logs`,
      retentionDays: props.retentionDays,
      encryptionKeyArn: props.encryptionKeyArn,
    });
    const role = new ServiceRole(this, "Role", {
      name: `${props.name}-flow-logs`,
      description: "VPC flow logs write to their log group",
      servicePrincipal: "vpc-flow-logs.amazonaws.com",
      account: props.account,
      statements: [
        {
          sid: "WriteFlowLogs",
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: [`${this.logGroup.arn}:*`],
        },
        { sid: "FindLogGroup", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
      ],
    });
    new FlowLog(this, "Resource", {
      vpcId: props.vpcId,
      trafficType: props.trafficType,
      logDestinationType: "cloud-watch-logs",
      logDestination: this.logGroup.arn,
      iamRoleArn: role.arn,
      maxAggregationInterval: 60,
      dependsOn: [...role.policies],
      tags: { Name: props.name },
    });
  }
}
