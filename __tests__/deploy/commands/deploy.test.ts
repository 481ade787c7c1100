import { deploy } from "../../../deploy/commands/deploy";
import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
});
afterEach(() => rig.stop());

const tagsOf = (tags: readonly { key?: string; value?: string }[]) =>
  Object.fromEntries(tags.map(({ key, value }) => [key, value]));

describe("deploy", () => {
  test("brings the image into the service and says done", async () => {
    const orders = rig.addService();
    const digest = rig.aws.pushImage("orders", { tag: "abc123" });
    expect(await rig.deploy("abc123")).toMatchObject({ outcome: "done", digest });
    expect(orders.running()).toMatchObject([{ digest, tasks: 2 }]);
  });

  test("changes the service with no more calls than needed", async () => {
    rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123");
    const operations = rig.aws.operationsCalled;
    const untilUpdate = operations.slice(0, operations.indexOf("ecs:UpdateService") + 1);
    expect(untilUpdate.toSorted()).toEqual([
      "ecr:BatchGetImage",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
      "ecs:DescribeServices",
      "ecs:DescribeTaskDefinition",
      "ecs:DescribeTaskDefinition",
      "ecs:ListServiceDeployments",
      "ecs:ListTaskDefinitions",
      "ecs:RegisterTaskDefinition",
      "ecs:UpdateService",
      "ssm:GetParameter",
      "sts:GetCallerIdentity",
    ]);
  });

  test("names nothing of the service but the task definition in the update", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    const { revision } = await rig.deploy("abc123");
    const update = rig.aws.calls.find(({ operation }) => operation === "ecs:UpdateService");
    expect(update?.input).toEqual({
      cluster: orders.target.cluster,
      service: orders.target.serviceName,
      taskDefinition: revision,
    });
  });

  test("tags the release with where it comes from", async () => {
    const orders = rig.addService();
    const digest = rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123", { origin: { commit: "abc123", pipeline: "https://ci/7?x", person: "ann" } });
    expect(tagsOf(orders.releases[0]?.tags ?? [])).toMatchObject({
      "ecs-env:template": orders.target.templateArn,
      "ecs-env:digest": digest,
      "ecs-env:image": "abc123",
      "ecs-env:commit": "abc123",
      "ecs-env:pipeline": "https://ci/7_x",
      "ecs-env:person": "ann",
      "ecs-env:healthy": expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test("moves the environment's tag after success, and leaves a record that stays", async () => {
    rig.addService();
    const digest = rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123");
    const record = `healthy-dev-${digest.slice(7, 23)}`;
    expect(rig.aws.tagsOf("orders", digest)).toEqual(["abc123", "dev", record].toSorted());
  });

  test("takes the image of several architectures by the digest of its index", async () => {
    const orders = rig.addService({ architecture: "ARM64" });
    const digest = rig.aws.pushImage("orders", { tag: "abc123", index: ["amd64", "arm64"] });
    expect(await rig.deploy(`${orders.target.repositoryUrl}:abc123`)).toMatchObject({
      outcome: "done",
      digest,
    });
  });

  test("takes what Terraform changed in the template, not what runs", async () => {
    const orders = rig.addService({ variables: { LEVEL: "info" } });
    rig.aws.pushImage("orders", { tag: "one" });
    rig.aws.pushImage("orders", { tag: "two" });
    await rig.deploy("one");
    orders.changeTemplate({ variables: { LEVEL: "debug" } });
    await rig.deploy("two");
    const [container] = orders.releases.at(-1)?.taskDefinition.containerDefinitions ?? [];
    expect(container?.environment).toContainEqual({ name: "LEVEL", value: "debug" });
  });

  test("starts nothing when the release runs already, healthy", async () => {
    rig.addService();
    const digest = rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123");
    const { length } = rig.changes;
    expect(await rig.deploy(digest)).toMatchObject({ outcome: "unchanged", digest });
    expect(rig.changes).toHaveLength(length);
  });

  test("deploys the same image again when the template is newer", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123");
    orders.changeTemplate({ variables: { NEW: "1" } });
    expect(await rig.deploy("abc123")).toMatchObject({ outcome: "done" });
    expect(orders.releases).toHaveLength(2);
  });

  test("says rolled back when ECS rolled back, and takes the revision back", async () => {
    const orders = rig.addService();
    const first = rig.aws.pushImage("orders", { tag: "one" });
    rig.aws.pushImage("orders", { tag: "two" });
    await rig.deploy("one");
    orders.next("crashes");
    expect(await rig.deploy("two")).toMatchObject({ outcome: "rolled-back" });
    expect(orders.running()).toMatchObject([{ digest: first }]);
    expect(orders.releases.map(({ taskDefinition }) => taskDefinition.status)).toEqual([
      "ACTIVE",
      "INACTIVE",
    ]);
    expect(rig.aws.digestOf("orders", "dev")).toBe(first);
  });

  test("with a dry run tells its steps and changes nothing", async () => {
    rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    expect(await rig.deploy("abc123", { isDryRun: true })).toMatchObject({ outcome: "planned" });
    expect(rig.changes).toEqual([]);
    const planned = rig.told.flatMap((one) =>
      one.kind === "step" && one.state === "planned" ? one.step : [],
    );
    expect(planned).toEqual(["register-revision", "update-service", "watch", "record"]);
  });

  test("without waiting ends when the deployment has begun", async () => {
    rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    expect(await rig.deploy("abc123", { isAwaited: false })).toMatchObject({ outcome: "started" });
    expect(rig.aws.digestOf("orders", "dev")).toBeUndefined();
  });

  test("changes nothing of any service when one of them is not ready", async () => {
    rig.addService();
    rig.addService({ name: "cart" });
    rig.aws.pushImage("orders", { tag: "abc123" });
    const request = { ...rig.request({ services: ["orders", "cart"] }), image: "abc123" };
    const [orders, cart] = await deploy(request, rig.report, rig.surroundings);
    expect(orders).toMatchObject({ outcome: "precondition", problems: [] });
    expect(cart?.problems).toMatchObject([{ must: "must be in the repository" }]);
    expect(rig.changes).toEqual([]);
  });

  test("brings several services to their ends, each to its own", async () => {
    rig.addService().next("crashes");
    rig.addService({ name: "cart" });
    rig.aws.pushImage("orders", { tag: "abc123" });
    rig.aws.pushImage("cart", { tag: "abc123" });
    const request = { ...rig.request({ services: ["orders", "cart"] }), image: "abc123" };
    const results = await deploy(request, rig.report, rig.surroundings);
    expect(results.map(({ outcome }) => outcome)).toEqual(["rolled-back", "done"]);
  });

  test("shows the values of variables nowhere", async () => {
    const orders = rig.addService({ variables: { PASSPHRASE: "correct horse" } });
    orders.next("crashes");
    rig.aws.pushImage("orders", { tag: "abc123" });
    const result = await rig.deploy("abc123");
    expect(JSON.stringify([rig.told, result])).not.toContain("correct horse");
  });
});

describe("deploy, interrupted", () => {
  test("before anything was registered changes nothing", async () => {
    rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    rig.interruption.abort();
    expect(await rig.deploy("abc123")).toMatchObject({ outcome: "interrupted" });
    expect(rig.changes).toEqual([]);
  });

  test("before the update takes the registered revision back", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    rig.aws.fault({
      operation: "ecs:RegisterTaskDefinition",
      latency: 1,
      meanwhile: () => rig.interruption.abort(),
    });
    expect(await rig.deploy("abc123")).toMatchObject({ outcome: "interrupted" });
    expect(rig.changes).toEqual(["ecs:RegisterTaskDefinition", "ecs:DeregisterTaskDefinition"]);
    expect(orders.releases[0]?.taskDefinition.status).toBe("INACTIVE");
  });

  test("after the update leaves the deployment to AWS", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "abc123" });
    rig.aws.fault({ operation: "ecs:UpdateService", latency: 1, meanwhile: () => rig.interruption.abort() });
    expect(await rig.deploy("abc123")).toMatchObject({
      outcome: "interrupted",
      message: expect.stringContaining("ecs-env wait --env dev --service orders"),
    });
    expect(orders.releases[0]?.taskDefinition.status).toBe("ACTIVE");
  });
});
