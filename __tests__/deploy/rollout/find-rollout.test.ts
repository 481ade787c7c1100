import { type Service } from "@aws-sdk/client-ecs";
import { findLatestRollout, findRolloutUnderWay } from "../../../deploy/rollout/find-rollout";
import { describeSituation, type Situation } from "../../../deploy/rollout/situation";
import { startRollout } from "../../../deploy/rollout/start-rollout";
import { type ServiceSettings } from "../../support/local-aws/service-settings";
import { LocalRollout } from "./local-rollout";

const kinds: readonly (readonly [string, Partial<ServiceSettings>])[] = [
  ["rolling", { strategy: "rolling" }],
  ["canary", { strategy: "canary" }],
  ["CodeDeploy", { strategy: "canary", controller: "codedeploy" }],
];

let local: LocalRollout | undefined;

afterEach(async () => {
  await local?.stop();
});

describe.each(kinds)("findRolloutUnderWay, %s", (_, settings) => {
  test("finds nothing when nothing is under way", async () => {
    local = await LocalRollout.start(settings);
    expect(await findRolloutUnderWay(local.orders.target, await service(local), local.ports)).toBeUndefined();
  });

  test("finds what was started, with the revision that it brings and the one before", async () => {
    local = await LocalRollout.start(settings);
    const started = await begin(local);
    const found = await findRolloutUnderWay(local.orders.target, await service(local), local.ports);
    expect(found).toMatchObject({
      isUnderWay: true,
      status: expect.stringMatching(/^(IN_PROGRESS|InProgress)$/),
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      revisionArn: started.revisionArn,
    });
    const before = found?.before.taskSets?.[0]?.taskDefinition ?? found?.before.taskDefinition;
    expect(before).toMatch(/dev-orders-seed:1$/);
  });

  test("gives what can be watched to its end", async () => {
    local = await LocalRollout.start(settings);
    const request = await begin(local);
    const found = await findRolloutUnderWay(local.orders.target, await service(local), local.ports);
    if (found === undefined) throw new Error("not found");
    const { deployment, revisionArn, before } = found;
    const verdict = await local.watch({ ...request, deployment, revisionArn, before });
    expect(verdict.outcome).toBe("done");
  });

  test("finds a rollback as the deployment that failed", async () => {
    local = await LocalRollout.start({ ...settings, alarms: ["errors"] });
    local.orders.next("alarm");
    const { revisionArn } = await startRollout(await local.request(), local.ports);
    let found: Awaited<ReturnType<typeof findRolloutUnderWay>>;
    for (let beat = 0; beat < 60; beat += 1) {
      local.aws.tick();
      found = await findRolloutUnderWay(local.orders.target, await service(local), local.ports);
      if (/ROLLBACK|Failed|Stopped/.test(found?.status ?? "")) break;
    }
    expect(found).toMatchObject({ isUnderWay: true, revisionArn });
  });
});

describe.each(kinds)("findLatestRollout, %s", (_, settings) => {
  test("finds a deployment that is over, with its end", async () => {
    local = await LocalRollout.start(settings);
    const request = await local.request();
    const started = await startRollout(request, local.ports);
    await local.watch(started);
    const found = await findLatestRollout(local.orders.target, await service(local), local.ports);
    expect(found).toMatchObject({
      isUnderWay: false,
      status: expect.stringMatching(/^(SUCCESSFUL|Succeeded)$/),
      revisionArn: request.revisionArn,
    });
  });

  test("finds the deployment that was rolled back, not the one that serves again", async () => {
    local = await LocalRollout.start(settings);
    await local.deploy();
    local.orders.next("crashes");
    const request = await local.request();
    await local.watch(await startRollout(request, local.ports));
    local.aws.tick(20);
    const found = await findLatestRollout(local.orders.target, await service(local), local.ports);
    expect(found).toMatchObject({ isUnderWay: false, revisionArn: request.revisionArn });
  });
});

describe("describeSituation", () => {
  test("tells what serves, how many tasks run and how healthy they are", async () => {
    local = await LocalRollout.start();
    expect(await situation(local)).toEqual({
      revisionArn: expect.stringMatching(/dev-orders-seed:1$/),
      tasks: { desired: 2, running: 2, pending: 0 },
      targets: { healthy: 2, total: 2 },
      alarmsFiring: [],
    });
  });

  test("tells no targets of a worker", async () => {
    local = await LocalRollout.start({ port: "none" });
    expect(await situation(local)).not.toHaveProperty("targets");
  });

  test.each<[string, Partial<ServiceSettings>]>([
    ["ECS", { strategy: "canary" }],
    ["CodeDeploy", { strategy: "canary", controller: "codedeploy" }],
  ])(
    "tells the revision that serves, and the share of the new one, while %s shifts traffic",
    async (_, settings) => {
      local = await LocalRollout.start(settings);
      await startRollout(await local.request(), local.ports);
      const seen = new Set<string>();
      for (let beat = 0; beat < 40; beat += 1) {
        local.aws.tick();
        const { revisionArn, trafficPercent, underWay } = await situation(local);
        if (underWay) seen.add(`${trafficPercent}% ${revisionArn.split("/")[1]}`);
      }
      expect([...seen].filter((line) => !line.startsWith("undefined"))).toEqual([
        "0% dev-orders-seed:1",
        "10% dev-orders-seed:1",
        "100% dev-orders:2",
      ]);
    },
  );

  test("names the alarms that fire", async () => {
    local = await LocalRollout.start({ alarms: ["errors", "latency"] });
    local.orders.next("alarm", { alarm: "latency" });
    await local.deploy();
    expect((await situation(local)).alarmsFiring).toEqual(["latency"]);
  });
});

async function begin(rollout: LocalRollout) {
  const request = await rollout.request();
  await startRollout(request, rollout.ports);
  rollout.aws.tick(4);
  return request;
}

async function service({ ports, orders }: LocalRollout): Promise<Service> {
  const found = await ports.ecs.describeService(orders.target.cluster, orders.target.serviceName);
  if (found === undefined) throw new Error("no service");
  return found;
}

async function situation(rollout: LocalRollout): Promise<Situation> {
  return describeSituation(rollout.orders.target, await service(rollout), rollout.ports);
}
