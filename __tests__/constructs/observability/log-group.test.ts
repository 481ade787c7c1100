import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LogGroup, type LogGroupProps } from "../../../constructs/observability/log-group";
import { synthesize } from "../../../testing/synthesize";

function synthesizeGroup(props: Partial<LogGroupProps> = {}) {
  return synthesize((stack) => {
    new LogGroup(stack, "Logs", { name: "/ecs/test/orders", ...props });
  }).only(CloudwatchLogGroup);
}

describe("LogGroup", () => {
  test("has the name it is given", () => {
    expect(synthesizeGroup()).toMatchObject({ name: "/ecs/test/orders" });
  });

  test("keeps logs for 30 days by default", () => {
    expect(synthesizeGroup()).toMatchObject({ retention_in_days: 30 });
  });

  test("keeps logs as long as told", () => {
    expect(synthesizeGroup({ retentionDays: 365 })).toMatchObject({ retention_in_days: 365 });
  });

  test("is encrypted with a key of CloudWatch Logs by default", () => {
    expect(synthesizeGroup()).not.toHaveProperty("kms_key_id");
  });

  test("is encrypted with the key it is given", () => {
    expect(synthesizeGroup({ encryptionKeyArn: "arn:key" })).toMatchObject({ kms_key_id: "arn:key" });
  });
});
