import { rollback } from "../../../deploy/commands/rollback";
import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
  rig.addService();
  rig.aws.pushImage("orders", { tag: "abc123" });
});
afterEach(() => rig.stop());

const warnings = () => rig.told.flatMap((one) => (one.kind === "warning" ? one.message : []));

describe("deploy through faults", () => {
  test.each([
    { operation: "ecs:DescribeServices", error: "reset", times: 2 },
    { operation: "ssm:GetParameter", error: 500 },
    { operation: "ecs:UpdateService", error: "reset" },
    { operation: "ecs:UpdateService", error: "lost-answer" },
    { operation: "ecs:RegisterTaskDefinition", error: "ThrottlingException" },
    { operation: "ecs:RegisterTaskDefinition", error: "reset", times: 2 },
    { operation: "ecs:RegisterTaskDefinition", error: "lost-answer" },
    { operation: "ecr:GetDownloadUrlForLayer", error: 500 },
    { operation: "ecr:PutImage", error: "lost-answer" },
  ])("comes to its end after $error of $operation", async (fault) => {
    rig.aws.fault(fault);
    expect(await rig.deploy("abc123")).toMatchObject({ outcome: "done" });
    expect(warnings()).toEqual([]);
  });

  test("registers no second revision when the answer to the first was lost", async () => {
    rig.aws.fault({ operation: "ecs:RegisterTaskDefinition", error: "lost-answer" });
    await rig.deploy("abc123");
    expect(rig.changes.filter((operation) => operation === "ecs:RegisterTaskDefinition")).toHaveLength(1);
  });

  test("does not hang on a connection that never answers", async () => {
    rig.aws.fault({ operation: "ecs:DescribeServices", error: "hang" });
    const access = { region: "eu-west-1", requestSeconds: 0.3 };
    expect(await rig.deploy("abc123", { access })).toMatchObject({ outcome: "done" });
  });

  test("gives up after the attempts it was given", async () => {
    rig.aws.fault({ operation: "ecs:DescribeServices", error: "reset", times: 100 });
    const { outcome, problems } = await rig.deploy("abc123", {
      access: { region: "eu-west-1", maxAttempts: 2 },
    });
    expect(outcome).toBe("precondition");
    expect(problems).toMatchObject([
      { where: "ECS service orders", must: "must be reachable over the network" },
    ]);
  });

  test.each(["ecs:RegisterTaskDefinition", "ecs:UpdateService"])(
    "says what is not allowed when %s is denied",
    async (operation) => {
      rig.aws.fault({ operation, error: "AccessDeniedException", times: 9 });
      expect(await rig.deploy("abc123")).toMatchObject({
        outcome: "precondition",
        problems: [{ must: "must be allowed by AWS" }],
      });
    },
  );

  test("takes the revision back when the update is denied", async () => {
    rig.aws.fault({ operation: "ecs:UpdateService", error: "AccessDeniedException", times: 9 });
    await rig.deploy("abc123");
    expect(rig.changes).toEqual([
      "ecs:RegisterTaskDefinition",
      "ecs:UpdateService",
      "ecs:DeregisterTaskDefinition",
    ]);
  });
});

describe("the record of a deploy", () => {
  test.each(["ecr:PutImage", "ecs:TagResource"])(
    "that %s refuses is a warning, and the outcome done",
    async (operation) => {
      rig.aws.fault({ operation, error: "AccessDeniedException", times: 9 });
      expect(await rig.deploy("abc123")).toMatchObject({ outcome: "done" });
      expect(warnings()).toHaveLength(1);
    },
  );

  test.each<[string, string | undefined]>([
    ["done", undefined],
    ["failed", "ecr:PutImage"],
    ["failed", "ecs:TagResource"],
  ])("is a step that ends as %s when AWS refuses %s", async (state, operation) => {
    if (operation !== undefined) rig.aws.fault({ operation, error: "AccessDeniedException", times: 9 });
    await rig.deploy("abc123");
    const states = rig.told.flatMap((one) => (one.kind === "step" && one.step === "record" ? one.state : []));
    expect(states).toEqual(["started", state]);
  });

  test("is repaired by the next deploy, before its own", async () => {
    rig.aws.fault({ operation: "ecr:PutImage", error: "AccessDeniedException" });
    const { digest = "" } = await rig.deploy("abc123");
    expect(rig.aws.tagsOf("orders", digest)).toEqual(["abc123"]);
    rig.aws.pushImage("orders", { tag: "two" });
    await rig.deploy("two");
    expect(rig.aws.tagsOf("orders", digest)).toContain(`healthy-dev-${digest.slice(7, 23)}`);
    expect(rig.aws.digestOf("orders", "dev")).toBe(rig.aws.digestOf("orders", "two"));
  });

  test("is repaired by the same deploy again, which starts nothing", async () => {
    rig.aws.fault({ operation: "ecr:PutImage", error: "AccessDeniedException" });
    const { digest = "" } = await rig.deploy("abc123");
    expect(await rig.deploy("abc123")).toMatchObject({ outcome: "unchanged" });
    expect(rig.aws.tagsOf("orders", digest)).toContain("dev");
  });

  test("is made up for by the next deploy when nobody watched the one before to its end", async () => {
    const { digest = "", revision = "" } = await rig.deploy("abc123", { isAwaited: false });
    await new Promise((over) => setTimeout(over, 60 * rig.aws.pace));
    rig.aws.pushImage("orders", { tag: "two" });
    // The first look after an update may still tell what was before.
    await rig.deploy("two", { isDryRun: true });
    await rig.deploy("two");
    expect(rig.aws.tagsOf("orders", digest)).toContain(`healthy-dev-${digest.slice(7, 23)}`);
    const [result] = await rollback(rig.request(), rig.report, rig.surroundings);
    expect(result).toMatchObject({ outcome: "done", revision });
  });

  test("is not made of what is not healthy", async () => {
    const { digest = "" } = await rig.deploy("abc123", { isAwaited: false });
    await new Promise((over) => setTimeout(over, 60 * rig.aws.pace));
    rig.aws.pushImage("orders", { tag: "two" });
    await rig.deploy("two", { isDryRun: true });
    rig.aws.service("dev", "orders").scaleTo(3);
    await rig.deploy("two");
    expect(rig.aws.tagsOf("orders", digest)).toEqual(["abc123"]);
  });
});
