import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
});
afterEach(() => rig.stop());

/** A deploy that dies between registration and update. */
async function crash(image: string): Promise<void> {
  rig.aws.fault({ operation: "ecs:UpdateService", error: "AccessDeniedException", times: 1 });
  rig.aws.fault({ operation: "ecs:DeregisterTaskDefinition", error: "AccessDeniedException" });
  await rig.deploy(image);
}

describe("a revision that a crashed deploy left", () => {
  test("is used by the same deploy, run again", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "one" });
    await crash("one");
    expect(await rig.deploy("one")).toMatchObject({ outcome: "done" });
    expect(orders.releases).toHaveLength(1);
  });

  test("is not used when it would say another commit", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "one" });
    await crash("one");
    await rig.deploy("one", { origin: { commit: "abc" } });
    expect(orders.releases).toHaveLength(2);
  });

  test.each([
    ["is taken back after a while", 3_600_000, ["INACTIVE", "ACTIVE"]],
    ["stays at first: another deploy may be about to use it", 0, ["ACTIVE", "ACTIVE"]],
  ])("%s", async (_rule, ahead, statuses) => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "one" });
    rig.aws.pushImage("orders", { tag: "two" });
    await crash("one");
    rig.ahead = ahead;
    await rig.deploy("two");
    expect(orders.releases.map(({ taskDefinition }) => taskDefinition.status)).toEqual(statuses);
  });
});
