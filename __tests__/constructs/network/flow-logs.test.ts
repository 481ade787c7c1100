import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { FlowLogs, type FlowLogsProps } from "../../../constructs/network/flow-logs";
import { synthesize } from "../../../testing/synthesize";

function synthesizeFlowLogs(props: Partial<FlowLogsProps> = {}) {
  return synthesize((stack) => {
    new FlowLogs(stack, "FlowLogs", {
      name: "test",
      account: "123456789012",
      vpcId: "vpc-1",
      trafficType: "ALL",
      ...props,
    });
  });
}

describe("FlowLogs", () => {
  test("record the VPC in a log group", () => {
    expect(synthesizeFlowLogs().only(FlowLog)).toMatchObject({
      vpc_id: "vpc-1",
      traffic_type: "ALL",
      log_destination_type: "cloud-watch-logs",
      log_destination: "${aws_cloudwatch_log_group.flow_logs_log_group.arn}",
      iam_role_arn: "${aws_iam_role.flow_logs_role.arn}",
    });
  });

  test("are delivered only once their role may write", () => {
    expect(synthesizeFlowLogs().only(FlowLog)).toMatchObject({
      depends_on: ["aws_iam_role_policy.flow_logs_role_policy"],
    });
  });

  test("are kept for 30 days by default", () => {
    expect(synthesizeFlowLogs().only(CloudwatchLogGroup)).toMatchObject({ retention_in_days: 30 });
  });

  test("take retention and key", () => {
    expect(
      synthesizeFlowLogs({ retentionDays: 365, encryptionKeyArn: "arn:key" }).only(CloudwatchLogGroup),
    ).toMatchObject({ retention_in_days: 365, kms_key_id: "arn:key" });
  });

  test("may write to their own group only", () => {
    const document =
      synthesizeFlowLogs().dataSources(DataAwsIamPolicyDocument)["flow_logs_role_policy_document"];
    expect(document?.["statement"]).toEqual([
      {
        sid: "WriteFlowLogs",
        actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        resources: ["${aws_cloudwatch_log_group.flow_logs_log_group.arn}:*"],
      },
      { sid: "FindLogGroup", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    ]);
  });
});
