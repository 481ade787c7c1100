import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { Cluster, type ClusterProps } from "../../../constructs/services/cluster";
import { Worker } from "../../../constructs/services/worker";
import { synthesize } from "../../../testing/synthesize";
import { outputOf } from "../../support/output-of";
import { serviceSettings } from "../../support/a-service";

function synthesizeCluster(
  props: Partial<ClusterProps> = {},
  use: (cluster: Cluster) => void = () => undefined,
) {
  return synthesize((stack) => use(new Cluster(stack, "Cluster", { name: "test", ...props })));
}

describe("Cluster", () => {
  test("has Container Insights", () => {
    expect(synthesizeCluster().only(EcsCluster)).toMatchObject({
      name: "test",
      setting: [{ name: "containerInsights", value: "enabled" }],
    });
  });

  test("offers Fargate and Fargate Spot, on demand by default", () => {
    expect(synthesizeCluster().only(EcsClusterCapacityProviders)).toMatchObject({
      cluster_name: "${aws_ecs_cluster.cluster.name}",
      capacity_providers: ["FARGATE", "FARGATE_SPOT"],
      default_capacity_provider_strategy: [{ capacity_provider: "FARGATE", weight: 1 }],
    });
  });

  test("makes services wait for its capacity providers", () => {
    const synthesis = synthesize((stack) => {
      const cluster = new Cluster(stack, "Cluster", { name: "test" });
      new Worker(stack, "Orders", serviceSettings({ cluster }));
    });
    expect(synthesis.only(EcsService)["depends_on"]).toContain(
      "aws_ecs_cluster_capacity_providers.cluster_capacity_providers",
    );
  });
});

describe("Exec sessions of a cluster", () => {
  const execLogs = { encryptionKeyArn: "arn:key" };

  test("are not possible by default", () => {
    let exec: unknown = "unset";
    const synthesis = synthesizeCluster({}, (cluster) => (exec = cluster.exec));
    expect([exec, synthesis.only(EcsCluster)["configuration"]]).toEqual([undefined, undefined]);
  });

  test("are encrypted and logged to a group that is encrypted too", () => {
    expect(synthesizeCluster({ execLogs }).only(EcsCluster)).toMatchObject({
      configuration: {
        execute_command_configuration: {
          kms_key_id: "arn:key",
          logging: "OVERRIDE",
          log_configuration: {
            cloud_watch_encryption_enabled: true,
            cloud_watch_log_group_name: "${aws_cloudwatch_log_group.cluster_exec_log_group.name}",
          },
        },
      },
    });
  });

  test.each([
    [undefined, 30],
    [365, 365],
  ])("with retention %p are kept for %d days", (retentionDays, days) => {
    const synthesis = synthesizeCluster({ execLogs: { ...execLogs, retentionDays } });
    expect(synthesis.only(CloudwatchLogGroup)).toMatchObject({
      name: "/ecs/test/exec-sessions",
      retention_in_days: days,
      kms_key_id: "arn:key",
    });
  });

  test("are offered to services", () => {
    const offered = (part: "logGroupArn" | "encryptionKeyArn") =>
      outputOf(
        (stack) => new Cluster(stack, "Cluster", { name: "test", execLogs }).exec?.[part] ?? "nothing",
      );
    expect([offered("logGroupArn"), offered("encryptionKeyArn")]).toEqual([
      "${aws_cloudwatch_log_group.cluster_exec_log_group.arn}",
      "arn:key",
    ]);
  });
});
