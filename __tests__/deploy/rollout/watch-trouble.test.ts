import { ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { startRollout } from "../../../deploy/rollout/start-rollout";
import { type ServiceSettings } from "../../support/local-aws/service-settings";
import { LocalRollout } from "./local-rollout";

let rollout: LocalRollout | undefined;

afterEach(async () => {
  await rollout?.stop();
});

describe("watchRollout, when somebody else acts", () => {
  test("names revision and author of the deployment that took its place", async () => {
    const local = (rollout = await LocalRollout.start());
    local.orders.next("hangs");
    local.atLook(5, async () => {
      const other = await local.register(local.aws.pushImage("orders"));
      await local.ports.ecs.updateService("dev", "orders", other);
    });
    const verdict = await local.deploy();
    expect(verdict.outcome).toBe("failed");
    expect(verdict.message).toMatchInlineSnapshot(
      `"Another deployment took the place of this one: dev/orders is to run dev-orders:3, not dev-orders:2. How that one ends says "ecs-env wait --env dev --service orders". It is of person ada."`,
    );
  });

  test("is rolled back when somebody deploys the revision of before", async () => {
    const local = (rollout = await LocalRollout.start());
    local.orders.next("hangs");
    const seed = local.orders.running()[0]?.revisionArn ?? "";
    local.atLook(5, async () => {
      await local.ports.ecs.updateService("dev", "orders", seed);
    });
    expect(await local.deploy()).toMatchObject({
      outcome: "rolled-back",
      message: expect.stringContaining("runs dev-orders-seed:1 again"),
    });
  });

  test("is rolled back when somebody stops the deployment, in AWS's words", async () => {
    const local = (rollout = await LocalRollout.start());
    local.orders.next("hangs");
    local.atLook(5, async () => {
      await local.ports.ecs.stopServiceDeployment(local.orders.deployments[0]?.serviceDeploymentArn ?? "");
    });
    expect(await local.deploy()).toMatchObject({
      outcome: "rolled-back",
      message: expect.stringContaining("stopped by a user"),
    });
  });

  test("is not done when the service was scaled to zero meanwhile", async () => {
    const local = (rollout = await LocalRollout.start());
    local.atLook(1, () => local.orders.scaleTo(0));
    expect(await local.deploy()).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining("scaled to zero"),
    });
  });

  test("has failed when the service is deleted", async () => {
    const local = (rollout = await LocalRollout.start());
    local.atLook(2, () => local.orders.deactivate());
    expect((await local.deploy({ pollSeconds: 30 })).outcome).toBe("failed");
  });
});

describe("watchRollout, when there is nothing to go back to", () => {
  test("has failed after the time limit, and says so", async () => {
    rollout = await LocalRollout.start({ neverDeployed: true });
    rollout.orders.next("hangs");
    const verdict = await rollout.deploy({ timeoutSeconds: 600, pollSeconds: 60 });
    expect(verdict.outcome).toBe("failed");
    expect(verdict.message).toContain("it was not healthy within 10 minutes");
  });

  test("has failed when AWS stopped without a rollback", async () => {
    rollout = await LocalRollout.start({ circuitBreaker: false, alarms: ["errors"], neverDeployed: true });
    rollout.orders.next("alarm");
    expect((await rollout.deploy({ pollSeconds: 60 })).outcome).toBe("failed");
  });
});

describe("watchRollout, when AWS does not let a deployment be stopped", () => {
  test("sets the service back to the revision of before", async () => {
    rollout = await LocalRollout.start();
    rollout.orders.next("hangs");
    rollout.aws.fault({
      operation: "ecs:StopServiceDeployment",
      error: "UnsupportedFeatureException",
      times: 99,
    });
    const verdict = await rollout.deploy({ timeoutSeconds: 600, pollSeconds: 60 });
    expect(verdict).toMatchObject({
      outcome: "rolled-back",
      message: expect.stringContaining("it was not healthy within 10 minutes"),
    });
    expect(rollout.told).toContainEqual(
      expect.objectContaining({
        kind: "warning",
        message: expect.stringContaining("set back to dev-orders-seed:1"),
      }),
    );
  });

  test("has failed when it may not set the service back either", async () => {
    rollout = await LocalRollout.start();
    const request = await rollout.request({ timeoutSeconds: 600, pollSeconds: 60 });
    rollout.orders.next("hangs");
    const started = await startRollout(request, rollout.ports);
    for (const operation of ["ecs:StopServiceDeployment", "ecs:UpdateService"]) {
      rollout.aws.fault({ operation, error: "AccessDeniedException", times: 99 });
    }
    const verdict = await rollout.watch(started);
    expect(verdict.outcome).toBe("failed");
    expect(verdict.message).toMatchInlineSnapshot(
      `"dev-orders:2 in dev/orders: not healthy within 10 minutes, and it can be neither stopped nor rolled back: AccessDeniedException: You are not authorized to perform this action. A person must look ("ecs-env status --env dev --service orders")."`,
    );
  });

  test("tries again while AWS is throttled", async () => {
    rollout = await LocalRollout.start();
    rollout.orders.next("hangs");
    rollout.aws.fault({ operation: "ecs:StopServiceDeployment", error: "ThrottlingException", times: 3 });
    expect((await rollout.deploy({ timeoutSeconds: 600, pollSeconds: 60 })).outcome).toBe("rolled-back");
  });
});

describe("watchRollout, when AWS does not answer", () => {
  test.each(["ThrottlingException", "reset", "lost-answer", 500])(
    "goes on after some looks of %p",
    async (error) => {
      rollout = await LocalRollout.start();
      rollout.aws.fault({ operation: "ecs:DescribeServices", error, after: 3, times: 5 });
      expect((await rollout.deploy()).outcome).toBe("done");
      const warnings = rollout.told.flatMap((one) => (one.kind === "warning" ? one.message : []));
      expect(warnings).toEqual([
        expect.stringContaining("AWS does not tell how the deployment goes: "),
        "AWS answers again.",
      ]);
    },
  );

  test("does not know the outcome after 15 minutes without an answer", async () => {
    rollout = await LocalRollout.start();
    rollout.aws.fault({
      operation: "ecs:DescribeServices",
      error: "ThrottlingException",
      after: 3,
      times: 999,
    });
    const verdict = await rollout.deploy({ pollSeconds: 60 });
    expect(verdict.outcome).toBe("failed");
    expect(verdict.message.replace(/deployment \w+ of/, "deployment <id> of")).toMatchInlineSnapshot(
      `"Outcome unknown: AWS did not tell for 15 minutes (ThrottlingException: Rate exceeded). The deployment <id> of dev-orders:2 to dev/orders was IN_PROGRESS when last seen. Go on with "ecs-env wait --env dev --service orders"."`,
    );
  });

  test("does not know the outcome after two minutes of expired credentials", async () => {
    rollout = await LocalRollout.start();
    rollout.aws.fault({
      operation: "ecs:DescribeServices",
      error: "ExpiredTokenException",
      after: 3,
      times: 999,
    });
    const verdict = await rollout.deploy();
    expect(verdict).toMatchObject({
      outcome: "failed",
      message: expect.stringMatching(
        /^Outcome unknown: AWS did not tell for 2 minutes \(ExpiredTokenException/,
      ),
    });
  });

  test("gives its verdict although why tasks stopped cannot be read", async () => {
    rollout = await LocalRollout.start();
    rollout.orders.next("crashes");
    rollout.aws.fault({ operation: "logs:GetLogEvents", error: "AccessDeniedException", times: 99 });
    expect((await rollout.deploy()).outcome).toBe("rolled-back");
    expect(rollout.told).toContainEqual(
      expect.objectContaining({
        kind: "warning",
        message: expect.stringContaining("Why tasks stopped could not be read"),
      }),
    );
  });
});

describe("watchRollout, interrupted", () => {
  test.each([1, 3, 5, 8, 11])(
    "at look %i leaves the deployment alone, and says how to go on",
    async (look) => {
      const local = (rollout = await LocalRollout.start({ strategy: "canary" }));
      local.atLook(look, () => local.interrupt());
      const verdict = await local.deploy();
      expect(verdict).toMatchObject({
        outcome: "interrupted",
        message: expect.stringMatching(
          /of dev-orders:2 to dev\/orders (?:has begun|was IN_PROGRESS when last seen)\. .*"ecs-env wait --env dev --service orders"/,
        ),
      });
      expect(local.aws.operationsCalled).not.toContain("ecs:StopServiceDeployment");
      local.aws.tick(40);
      expect(local.orders.running()).toMatchObject([{ revisionArn: expect.stringMatching(/dev-orders:2$/) }]);
    },
  );

  test("does not wait for an answer that hangs", async () => {
    const local = (rollout = await LocalRollout.start());
    local.aws.fault({ operation: "ecs:DescribeServices", error: "hang", after: 2 });
    setTimeout(() => local.interrupt(), 300);
    expect((await local.deploy()).outcome).toBe("interrupted");
  });

  test("does not wait for a log that hangs", async () => {
    const local = (rollout = await LocalRollout.start());
    local.orders.next("crashes");
    local.aws.fault({ operation: "logs:GetLogEvents", error: "hang", times: 9 });
    setTimeout(() => local.interrupt(), 400);
    expect((await local.deploy()).outcome).toBe("interrupted");
  });

  test("says done when it is done at the same moment", async () => {
    const local = (rollout = await LocalRollout.start());
    local.atLook(8, () => local.interrupt());
    expect((await local.deploy()).outcome).toBe("done");
  });
});

describe("watchRollout, when somebody forces a new deployment of the same release", () => {
  test.each<[string, Partial<ServiceSettings>, number]>([
    ["rolling", {}, 3],
    ["canary", { strategy: "canary" }, 8],
  ])("ends as that one does, %s", async (_, settings, look) => {
    rollout = await LocalRollout.start(settings);
    const { cluster, serviceName: service } = rollout.orders.target;
    rollout.atLook(look, async () => {
      await new ECSClient({}).send(new UpdateServiceCommand({ cluster, service, forceNewDeployment: true }));
    });
    expect(await rollout.deploy()).toMatchObject({ outcome: "done" });
    expect(rollout.orders.deployments.map(({ status }) => status)).toEqual(["SUCCESSFUL", "STOPPED"]);
  });
});
