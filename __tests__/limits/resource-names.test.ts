import {
  accessLogBucketName,
  databaseIdentifier,
  environmentImage,
  executionRoleName,
  internalUrl,
  internalZoneName,
  loadBalancerName,
  monitoringRoleName,
  nameLimits,
  seedFamily,
  targetGroupName,
  taskFamily,
  taskRoleName,
} from "../../limits/resource-names";

describe("The name of", () => {
  test.each([
    ["a public load balancer", loadBalancerName("dev", "public"), "dev-public"],
    ["an internal load balancer", loadBalancerName("dev", "internal"), "dev-internal"],
    ["a task family", taskFamily("dev", "orders"), "dev-orders"],
    ["a seed's task family", seedFamily("dev", "orders"), "dev-orders_seed"],
    ["a database", databaseIdentifier("dev", "orders"), "dev-orders"],
    ["a monitoring role", monitoringRoleName("dev", "orders"), "dev-orders-monitoring"],
    ["an execution role", executionRoleName("dev", "orders"), "dev-orders-execution"],
    ["a task role", taskRoleName("dev", "orders"), "dev-orders-task"],
    [
      "an access log bucket",
      accessLogBucketName("dev", "111111111111", "eu-west-1"),
      "dev-access-logs-111111111111-eu-west-1",
    ],
    ["a private zone", internalZoneName("dev"), "dev.internal"],
  ])("%s is %s", (_, actual, expected) => {
    expect(actual).toBe(expected);
  });
});

describe("The name of a target group", () => {
  const identity = { port: 8080, protocol: "HTTP", targetType: "ip" };
  const name = targetGroupName("dev", "orders", identity);

  test("is environment, service and a fingerprint of four characters", () => {
    expect(name).toMatch(/^dev-orders-[0-9a-f]{4}$/);
  });

  test("stays the same for the same settings", () => {
    expect(targetGroupName("dev", "orders", { ...identity })).toBe(name);
  });

  test.each([{ port: 8081 }, { protocol: "HTTPS" }, { targetType: "instance" }])(
    "is another one with %j, which forces a replacement",
    (change) => {
      expect(targetGroupName("dev", "orders", { ...identity, ...change })).not.toBe(name);
    },
  );

  test("leaves 26 characters to environment and service", () => {
    const [environment, service] = ["e".repeat(12), "s".repeat(14)];
    expect(targetGroupName(environment, service, identity)).toHaveLength(nameLimits.targetGroup);
  });
});

describe("An image", () => {
  test("is the repository of the service with the tag of the environment", () => {
    expect(environmentImage({ account: "999999999999", region: "eu-west-1" }, "orders", "dev")).toBe(
      "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:dev",
    );
  });
});

describe("The URL of a backend", () => {
  test("names service, zone and listener port", () => {
    expect(internalUrl("orders", "dev.internal", 8080)).toBe("http://orders.dev.internal:8080");
  });
});
