import {
  accessLogBucketName,
  databaseIdentifier,
  executionRoleName,
  internalZoneName,
  loadBalancerName,
  monitoringRoleName,
  targetGroupName,
  taskFamily,
  taskRoleName,
} from "../../limits/resource-names";

const identity = { port: 8080, protocol: "HTTP", targetType: "ip" };

describe("resource names", () => {
  test("start with the environment", () => {
    expect([
      loadBalancerName("dev", "public"),
      taskFamily("dev", "api"),
      databaseIdentifier("dev", "app"),
      monitoringRoleName("dev", "app"),
      executionRoleName("dev", "api"),
      taskRoleName("dev", "api"),
      internalZoneName("dev"),
      accessLogBucketName("dev", "111111111111", "eu-west-1"),
    ]).toEqual([
      "dev-public",
      "dev-api",
      "dev-app",
      "dev-app-monitoring",
      "dev-api-execution",
      "dev-api-task",
      "dev.internal",
      "dev-access-logs-111111111111-eu-west-1",
    ]);
  });

  test("of a target group stay the same for the same settings", () => {
    expect(targetGroupName("dev", "api", identity)).toBe(targetGroupName("dev", "api", { ...identity }));
  });

  test.each([{ port: 8081 }, { protocol: "HTTPS" }, { targetType: "instance" }])(
    "of a target group change with %j, which forces a replacement",
    (change) => {
      expect(targetGroupName("dev", "api", { ...identity, ...change })).not.toBe(
        targetGroupName("dev", "api", identity),
      );
    },
  );
});
