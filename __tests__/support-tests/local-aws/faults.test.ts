import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { type Fault } from "../../support/local-aws/faults";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { clientOptions } from "./client-options";
import { registerRelease } from "./release";

describe("A fault", () => {
  let aws: LocalAws;
  let ecs: ECSClient;
  let orders: LocalService;

  beforeEach(async () => {
    aws = await LocalAws.start();
    aws.stopTime();
    ecs = new ECSClient(clientOptions(aws));
    orders = aws.addService({ name: "orders" });
  });

  afterEach(async () => {
    ecs.destroy();
    await aws.stop();
  });

  const look = () => ecs.send(new DescribeServicesCommand({ cluster: "dev", services: ["orders"] }));
  const updates = "ecs:UpdateService";

  async function update(): Promise<unknown> {
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    return ecs.send(new UpdateServiceCommand({ cluster: "dev", service: "orders", taskDefinition }));
  }

  test.each<[Fault["error"], object]>([
    ["ThrottlingException", { name: "ThrottlingException", message: "Rate exceeded" }],
    ["AccessDeniedException", { name: "AccessDeniedException" }],
    ["ExpiredTokenException", { name: "ExpiredTokenException" }],
    [500, { name: "InternalFailure", $metadata: { httpStatusCode: 500 } }],
    ["reset", { message: expect.stringContaining("socket hang up") }],
  ])("%p is what the SDK sees", async (error, seen) => {
    aws.fault({ operation: "ecs:DescribeServices", error });
    await expect(look()).rejects.toMatchObject(seen);
  });

  test("happens as often as it says, and then no more", async () => {
    aws.fault({ operation: "*", error: "ThrottlingException", times: 2 });
    await expect(look()).rejects.toThrow();
    await expect(look()).rejects.toThrow();
    await expect(look()).resolves.toMatchObject({ services: [{ serviceName: "orders" }] });
  });

  test("begins after as many calls as it says", async () => {
    aws.fault({ operation: "ecs:DescribeServices", error: 500, after: 1 });
    await expect(look()).resolves.toBeDefined();
    await expect(look()).rejects.toThrow();
  });

  test.each([
    ["reset", 0],
    ["lost-answer", 1],
  ])("%s leaves %i deployments", async (error, deployments) => {
    aws.fault({ operation: updates, error });
    await expect(update()).rejects.toThrow(/socket hang up/);
    expect(orders.deployments).toHaveLength(deployments);
  });

  test("that hangs never answers", async () => {
    aws.fault({ operation: "ecs:DescribeServices", error: "hang" });
    const abortSignal = AbortSignal.timeout(100);
    const command = new DescribeServicesCommand({ cluster: "dev", services: ["orders"] });
    await expect(ecs.send(command, { abortSignal })).rejects.toMatchObject({ name: /Abort|Timeout/ });
  });

  test("can be what somebody else does meanwhile", async () => {
    aws.fault({ operation: "ecs:DescribeServices", meanwhile: () => orders.scaleTo(7) });
    expect((await look()).services?.[0]?.desiredCount).toBe(7);
  });
});

describe("A call", () => {
  let aws: LocalAws;

  beforeEach(async () => {
    aws = await LocalAws.start();
  });

  afterEach(() => aws.stop());

  function describe(account: string, region: string): Promise<unknown> {
    const ecs = new ECSClient(clientOptions(aws, account, region));
    return ecs.send(new DescribeServicesCommand({ cluster: "dev", services: ["orders"] }));
  }

  test.each([
    ["another account", "222222222222", "eu-west-1"],
    ["another region", "111111111111", "us-east-1"],
  ])("for %s finds nothing", async (_case, account, region) => {
    aws.addService({ name: "orders" });
    await expect(describe(account, region)).rejects.toMatchObject({ name: "ClusterNotFoundException" });
  });

  test("without a signature is refused", async () => {
    const answer = await fetch(aws.url, {
      method: "POST",
      headers: { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" },
      body: "{}",
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { __type: "MissingAuthenticationTokenException" },
    ]);
  });

  test("of an operation that is not known is refused and recorded", async () => {
    const { ListClustersCommand } = await import("@aws-sdk/client-ecs");
    const ecs = new ECSClient(clientOptions(aws));
    await expect(ecs.send(new ListClustersCommand({}))).rejects.toMatchObject({
      name: "UnknownOperationException",
    });
    expect(aws.unknownCalls).toEqual(["ecs:ListClusters"]);
  });
});
