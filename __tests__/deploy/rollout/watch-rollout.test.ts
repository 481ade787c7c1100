import { type ServiceSettings } from "../../support/local-aws/service-settings";
import { LocalRollout } from "./local-rollout";

const kinds: readonly (readonly [string, Partial<ServiceSettings>])[] = [
  ["rolling", { strategy: "rolling" }],
  ["blue-green", { strategy: "blue-green" }],
  ["canary", { strategy: "canary" }],
  ["linear", { strategy: "linear" }],
  ["blue-green by CodeDeploy", { strategy: "blue-green", controller: "codedeploy" }],
  ["canary by CodeDeploy", { strategy: "canary", controller: "codedeploy" }],
];

let rollout: LocalRollout | undefined;

afterEach(async () => {
  await rollout?.stop();
});

describe.each(kinds)("watchRollout, %s", (_, settings) => {
  test("is done when the new revision runs healthy", async () => {
    rollout = await LocalRollout.start({ ...settings, alarms: ["errors"] });
    const verdict = await rollout.deploy();
    expect(verdict).toMatchObject({
      outcome: "done",
      message: expect.stringContaining("runs dev-orders:2 (sha256:"),
    });
    expect(rollout.orders.running()).toMatchObject([
      { revisionArn: expect.stringMatching(/dev-orders:2$/), tasks: 2 },
    ]);
  });

  test("is rolled back when the application crashes, and shows why", async () => {
    rollout = await LocalRollout.start(settings);
    rollout.orders.next("crashes", { exitCode: 3, logLines: ["no such table: orders"] });
    expect((await rollout.deploy()).outcome).toBe("rolled-back");
    expect(rollout.told).toContainEqual(
      expect.objectContaining({
        kind: "stopped-task",
        containers: [{ name: "orders", exitCode: 3 }],
        logLines: ["no such table: orders"],
      }),
    );
    expect(rollout.orders.running()).toMatchObject([
      { tasks: 2, revisionArn: expect.stringContaining("seed") },
    ]);
  });

  test("is rolled back when the tasks never get healthy", async () => {
    rollout = await LocalRollout.start(settings);
    rollout.orders.next("never-healthy");
    expect((await rollout.deploy()).outcome).toBe("rolled-back");
  });

  test("is stopped and rolled back when nothing moves in time", async () => {
    rollout = await LocalRollout.start(settings);
    rollout.orders.next("hangs");
    const verdict = await rollout.deploy({ timeoutSeconds: 600, pollSeconds: 60 });
    expect(verdict).toMatchObject({
      outcome: "rolled-back",
      message: expect.stringContaining("it was not healthy within 10 minutes, and was stopped"),
    });
    expect(rollout.orders.running()).toMatchObject([
      { tasks: 2, revisionArn: expect.stringContaining("seed") },
    ]);
  });

  test("is rolled back when an alarm fires, and names it", async () => {
    rollout = await LocalRollout.start({ ...settings, alarms: ["orders-errors"] });
    rollout.orders.next("alarm");
    expect(await rollout.deploy()).toMatchObject({
      outcome: "rolled-back",
      message: expect.stringContaining("orders-errors"),
    });
  });
});

describe("watchRollout, when the rollback fails", () => {
  test.each(kinds.slice(0, 4))("has failed, %s", async (_, settings) => {
    rollout = await LocalRollout.start(settings);
    rollout.orders.next("rollback-fails");
    expect(await rollout.deploy({ pollSeconds: 15 })).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining("It is NOT back at dev-orders-seed:1"),
    });
  });

  test("is rolled back all the same where CodeDeploy never took the traffic from the tasks of before", async () => {
    rollout = await LocalRollout.start({ strategy: "blue-green", controller: "codedeploy" });
    rollout.orders.next("rollback-fails");
    expect((await rollout.deploy()).outcome).toBe("rolled-back");
  });
});

describe("watchRollout: what it tells", () => {
  test("how far a rolling deployment is, whenever that changes", async () => {
    rollout = await LocalRollout.start();
    await rollout.deploy();
    expect(rollout.progress).toMatchInlineSnapshot(`
     [
       "IN_PROGRESS 0/2",
       "IN_PROGRESS 0/2",
       "IN_PROGRESS 2/2 healthy 0/2",
       "IN_PROGRESS 2/2 healthy 2/2",
       "SUCCESSFUL 2/2",
     ]
    `);
  });

  test("what runs when the new tasks were taken back", async () => {
    rollout = await LocalRollout.start();
    rollout.orders.next("crashes");
    await rollout.deploy();
    const last = rollout.told.filter(({ kind }) => kind === "rollout").at(-1);
    expect(last).toMatchObject({
      serving: { revision: "dev-orders-seed:1", desired: 2, running: 2 },
    });
  });

  test("that it waits to be sure where AWS stopped and went nowhere back", async () => {
    rollout = await LocalRollout.start({ circuitBreaker: false, alarms: ["errors"], neverDeployed: true });
    rollout.orders.next("alarm");
    await rollout.deploy({ pollSeconds: 60 });
    const last = rollout.told.filter(({ kind }) => kind === "rollout").at(-1);
    expect(last).toMatchObject({ makesSureSeconds: expect.any(Number) });
  });

  test("stages and traffic share of a canary deployment", async () => {
    rollout = await LocalRollout.start({ strategy: "canary" });
    await rollout.deploy();
    expect(rollout.progress).toMatchInlineSnapshot(`
     [
       "IN_PROGRESS PRE_SCALE_UP 0/2",
       "IN_PROGRESS SCALE_UP 0/2",
       "IN_PROGRESS SCALE_UP 0/2",
       "IN_PROGRESS SCALE_UP 2/2 healthy 0/2",
       "IN_PROGRESS POST_SCALE_UP 2/2 healthy 2/2",
       "IN_PROGRESS TEST_TRAFFIC_SHIFT 2/2 healthy 2/2",
       "IN_PROGRESS POST_TEST_TRAFFIC_SHIFT 2/2 healthy 2/2",
       "IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 2/2 healthy 2/2 0%",
       "IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 2/2 healthy 2/2 10%",
       "IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 2/2 healthy 2/2 100%",
       "IN_PROGRESS POST_PRODUCTION_TRAFFIC_SHIFT 2/2 healthy 2/2 100%",
       "IN_PROGRESS BAKE_TIME 2/2 healthy 2/2 100%",
       "IN_PROGRESS CLEAN_UP 2/2 healthy 2/2 100%",
       "SUCCESSFUL CLEAN_UP 2/2",
     ]
    `);
  });

  test("steps and traffic share of CodeDeploy", async () => {
    rollout = await LocalRollout.start({ strategy: "canary", controller: "codedeploy" });
    await rollout.deploy();
    expect(rollout.progress).toMatchInlineSnapshot(`
     [
       "Created 0/0",
       "InProgress BeforeInstall 0/0",
       "InProgress Install 0/0",
       "InProgress Install 0/2 0%",
       "InProgress Install 2/2 healthy 0/2 0%",
       "InProgress AfterInstall 2/2 healthy 2/2 0%",
       "InProgress AllowTestTraffic 2/2 healthy 2/2 0%",
       "InProgress AfterAllowTestTraffic 2/2 healthy 2/2 0%",
       "InProgress BeforeAllowTraffic 2/2 healthy 2/2 0%",
       "InProgress AllowTraffic 2/2 healthy 2/2 0%",
       "InProgress AllowTraffic 2/2 healthy 2/2 10%",
       "InProgress AllowTraffic 2/2 healthy 2/2 100%",
       "InProgress AfterAllowTraffic 2/2 healthy 2/2 100%",
       "Succeeded AfterAllowTraffic 2/2",
     ]
    `);
  });

  test("each new event of the service once, oldest first", async () => {
    rollout = await LocalRollout.start();
    const before = rollout.orders.events.length;
    await rollout.deploy();
    const told = rollout.told.flatMap((one) => (one.kind === "service-event" ? one.message : []));
    expect(told).toEqual(rollout.orders.events.slice(before));
  });

  test("a hook that refuses, by its stage", async () => {
    rollout = await LocalRollout.start({ strategy: "blue-green", hookStages: ["POST_SCALE_UP"] });
    rollout.orders.next("hook-fails", { stage: "POST_SCALE_UP" });
    expect(await rollout.deploy()).toMatchObject({
      outcome: "rolled-back",
      message: expect.stringContaining("POST_SCALE_UP"),
    });
  });
});

describe("watchRollout: calls", () => {
  test("are two per look while tasks start", async () => {
    rollout = await LocalRollout.start();
    rollout.orders.next("hangs");
    rollout.atLook(10, () => rollout?.interrupt());
    await rollout.deploy();
    const late = rollout.aws.operationsCalled.slice(-10);
    expect(new Set(late)).toEqual(new Set(["ecs:DescribeServices", "ecs:DescribeServiceDeployments"]));
    expect(late.filter((operation) => operation === "ecs:DescribeServices")).toHaveLength(5);
  });

  test("to the service are one UpdateService with the revision and nothing else", async () => {
    rollout = await LocalRollout.start();
    await rollout.deploy();
    const updates = rollout.aws.calls.filter(({ operation }) => operation === "ecs:UpdateService");
    expect(updates.map(({ input }) => input)).toEqual([
      { cluster: "dev", service: "orders", taskDefinition: expect.stringMatching(/dev-orders:2$/) },
    ]);
  });

  test("to CodeDeploy are one CreateDeployment with the AppSpec", async () => {
    rollout = await LocalRollout.start({
      strategy: "blue-green",
      controller: "codedeploy",
      hookStages: ["AfterAllowTestTraffic"],
    });
    await rollout.deploy();
    const [created] = rollout.aws.calls.filter(
      ({ operation }) => operation === "codedeploy:CreateDeployment",
    );
    expect(created?.input).toMatchObject({ revision: { revisionType: "AppSpecContent" } });
    expect(JSON.parse(contentOf(created?.input))).toEqual({
      version: "0.0",
      Resources: [
        {
          TargetService: {
            Type: "AWS::ECS::Service",
            Properties: {
              TaskDefinition: expect.stringMatching(/dev-orders:2$/),
              LoadBalancerInfo: { ContainerName: "orders", ContainerPort: 8080 },
            },
          },
        },
      ],
      Hooks: [{ AfterAllowTestTraffic: expect.stringContaining(":function:") }],
    });
  });
});

function contentOf(input: unknown): string {
  return (input as { revision: { appSpecContent: { content: string } } }).revision.appSpecContent.content;
}
