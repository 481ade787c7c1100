import type { DeliveryRequest, ServiceResult } from "../../../deploy/commands/delivery-request";
import { promote } from "../../../deploy/commands/promote";
import { rollback } from "../../../deploy/commands/rollback";
import { sync } from "../../../deploy/commands/sync";
import { DeliveryRig, only } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
});
afterEach(() => rig.stop());

async function back(to?: string): Promise<ServiceResult> {
  return only(await rollback({ ...rig.request(), to }, rig.report, rig.surroundings));
}

/** Deploys images of these tags one after the other. @returns their digests */
async function deployAll(...tags: readonly string[]): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const tag of tags) {
    digests.push(rig.aws.pushImage("orders", { tag }));
    await rig.deploy(tag);
  }
  return digests;
}

describe("rollback", () => {
  test("goes back to the release before, as it was", async () => {
    const orders = rig.addService({ variables: { LEVEL: "info" } });
    const [one] = await deployAll("one");
    orders.changeTemplate({ variables: { LEVEL: "broken" } });
    await deployAll("two");
    const result = await back();
    expect(result).toMatchObject({ outcome: "done", digest: one });
    expect(orders.running()).toEqual([
      { digest: one, tasks: 2, revisionArn: orders.releases[0]?.taskDefinition.taskDefinitionArn },
    ]);
  });

  test("says that there is no release of before as such, not as an image", async () => {
    rig.addService();
    await deployAll("one");
    expect(await back()).toMatchObject({
      outcome: "precondition",
      problems: [{ where: "releases of before" }],
    });
    const failed = rig.told.flatMap((one) =>
      one.kind === "step" && one.state === "failed" ? one.title : [],
    );
    expect(failed).toEqual(["there is a release to go back to, and its image"]);
  });

  test("moves the environment's tag back", async () => {
    rig.addService();
    const [one] = await deployAll("one", "two");
    await back();
    expect(rig.aws.digestOf("orders", "dev")).toBe(one);
  });

  test("a second time goes further back, not to what was left", async () => {
    rig.addService();
    const [one] = await deployAll("one", "two", "three");
    await back();
    expect(await back()).toMatchObject({ outcome: "done", digest: one });
  });

  describe("while a deployment is under way", () => {
    async function begin(settings: Parameters<DeliveryRig["addService"]>[0] = {}) {
      const orders = rig.addService(settings);
      const [one] = await deployAll("one");
      orders.next("hangs");
      rig.aws.pushImage("orders", { tag: "two" });
      await rig.deploy("two", { isAwaited: false });
      return { orders, one };
    }

    test.each([
      ["rolling", "ecs"],
      ["canary", "ecs"],
      ["blue-green", "codedeploy"],
    ] as const)("stops it, %s by %s, and what ran before runs again", async (strategy, controller) => {
      const { orders, one } = await begin({ strategy, controller });
      expect(await back()).toMatchObject({ outcome: "done" });
      expect(orders.running().map(({ digest }) => digest)).toEqual([one]);
    });

    test("says so", async () => {
      await begin();
      expect((await back()).message).toMatch(
        /taken back by ecs-env rollback.*The service runs dev-orders:\d+ again/,
      );
    });

    test("starts no deployment of its own", async () => {
      await begin();
      const before = rig.changes.length;
      await back();
      expect(rig.changes.slice(before)).toEqual(["ecs:StopServiceDeployment"]);
    });

    test("changes nothing in a dry run", async () => {
      await begin();
      const before = rig.changes.length;
      const [result] = await rollback({ ...rig.request(), isDryRun: true }, rig.report, rig.surroundings);
      expect([result?.outcome, rig.changes.length]).toEqual(["planned", before]);
    });

    test("is refused when it names a release, which may be another one's", async () => {
      const { one } = await begin();
      expect(await back(one)).toMatchObject({ outcome: "precondition" });
    });
  });

  test("skips a release that never got healthy", async () => {
    const orders = rig.addService();
    const [one] = await deployAll("one");
    orders.next("crashes");
    await deployAll("bad", "three");
    expect(await back()).toMatchObject({ outcome: "done", digest: one });
  });

  test.each(["digest", "number", "ARN"])("goes to the release that a %s names", async (by) => {
    const orders = rig.addService();
    const [one = ""] = await deployAll("one", "two", "three");
    const arn = orders.releases[0]?.taskDefinition.taskDefinitionArn ?? "";
    const to = { digest: one, number: arn.split(":").at(-1), ARN: arn }[by];
    expect(await back(to)).toMatchObject({ outcome: "done", revision: arn });
  });

  test("starts nothing when that release runs already", async () => {
    const orders = rig.addService();
    await deployAll("one");
    const { length } = orders.deployments;
    expect(await back(orders.releases[0]?.taskDefinition.taskDefinitionArn)).toMatchObject({
      outcome: "unchanged",
    });
    expect(orders.deployments).toHaveLength(length);
  });

  test("that fails keeps the old release", async () => {
    const orders = rig.addService();
    await deployAll("one", "two");
    orders.next("crashes");
    expect(await back()).toMatchObject({ outcome: "rolled-back" });
    expect(orders.releases.map(({ taskDefinition }) => taskDefinition.status)).toEqual(["ACTIVE", "ACTIVE"]);
  });

  test("is refused when there is nothing to go back to", async () => {
    rig.addService();
    await deployAll("one");
    expect(await back()).toMatchObject({ outcome: "precondition", problems: [{ got: "none" }] });
  });

  test.each([
    { to: "1", must: "must be a release of dev-orders" },
    { to: "99", must: "must be a release of dev-orders" },
    { to: `sha256:${"0".repeat(64)}`, must: "must be an active revision of dev-orders" },
  ])("to $to is refused", async ({ to, must }) => {
    rig.addService();
    await deployAll("one", "two");
    expect(await back(to)).toMatchObject({
      outcome: "precondition",
      problems: [{ must: expect.stringContaining(must) }],
    });
  });

  test("is refused when the image is gone", async () => {
    rig.addService();
    const [one = ""] = await deployAll("one", "two");
    rig.aws.region("999999999999").repositories.get("orders")?.images.delete(one);
    expect(await back()).toMatchObject({ problems: [{ must: "must be in the repository", got: "nothing" }] });
  });
});

describe("sync", () => {
  const syncNow = async (options: Partial<DeliveryRequest> = {}) =>
    only(await sync(rig.request(options), rig.report, rig.surroundings));

  test("brings the newest template with the image that runs", async () => {
    const orders = rig.addService();
    const [one] = await deployAll("one");
    orders.changeTemplate({ variables: { NEW: "1" } });
    expect(await syncNow()).toMatchObject({ outcome: "done", digest: one });
    const [container] = orders.releases.at(-1)?.taskDefinition.containerDefinitions ?? [];
    expect(container?.environment).toContainEqual({ name: "NEW", value: "1" });
  });

  test("starts nothing when the template is that of the release", async () => {
    rig.addService();
    await deployAll("one");
    expect(await syncNow()).toMatchObject({ outcome: "unchanged" });
  });

  test("is refused while the seed runs", async () => {
    rig.addService();
    expect(await syncNow()).toMatchObject({
      outcome: "precondition",
      problems: [{ got: "dev-orders-seed" }],
    });
  });
});

describe("promote", () => {
  const promoteTo = async (to: string, from: string) =>
    only(await promote({ ...rig.request({ environment: to }), from }, rig.report, rig.surroundings));

  test("deploys the digest that runs in the environment before", async () => {
    rig.addService();
    const sit = rig.addService({ environment: "sit", promotedFrom: "dev" });
    const [one] = await deployAll("one");
    expect(await promoteTo("sit", "dev")).toMatchObject({ outcome: "done", digest: one });
    expect(sit.running()).toMatchObject([{ digest: one }]);
  });

  test("is refused when nothing was deployed there", async () => {
    rig.addService({ environment: "sit", promotedFrom: "dev" });
    expect(await promoteTo("sit", "dev")).toMatchObject({
      outcome: "precondition",
      problems: [{ where: expect.stringMatching(/:dev$/) }],
    });
  });

  test("is refused past the environment that must prove it", async () => {
    rig.addService();
    rig.addService({ environment: "uat", promotedFrom: "sit" });
    await deployAll("one");
    expect(await promoteTo("uat", "dev")).toMatchObject({
      problems: [{ must: "must have been healthy in sit before it runs in uat" }],
    });
  });
});
