import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { clientOptions } from "./client-options";
import { registerRelease } from "./release";

describe("Task definitions", () => {
  let aws: LocalAws;
  let ecs: ECSClient;
  let orders: LocalService;

  beforeEach(async () => {
    aws = await LocalAws.start();
    ecs = new ECSClient(clientOptions(aws));
    orders = aws.addService({ name: "orders" });
  });

  afterEach(async () => {
    ecs.destroy();
    await aws.stop();
  });

  const valid = {
    family: "dev-orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::111111111111:role/execution",
    containerDefinitions: [{ name: "orders", image: "busybox" }],
  };

  /** Sends what the SDK's types would not let through. */
  function register(changes: Record<string, unknown>): Promise<unknown> {
    return fetch(aws.url, {
      method: "POST",
      headers: {
        "x-amz-target": "AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition",
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKIA111111111111USER/20260101/eu-west-1/ecs/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: JSON.stringify({ ...valid, ...changes }),
    }).then((answer) => answer.json());
  }

  test.each([
    [
      "a read-only field",
      { revision: 1, status: "ACTIVE" },
      /Unknown parameter in input: "revision", "status"/,
    ],
    ["no container", { containerDefinitions: [] }, /Container list cannot be empty/],
    ["a size that Fargate does not have", { cpu: "256", memory: "4096" }, /No Fargate configuration exists/],
    ["no execution role", { executionRoleArn: undefined }, /execution role ARN/],
    ["a family with spaces", { family: "dev orders" }, /Family contains invalid characters/],
    ["no image", { containerDefinitions: [{ name: "orders" }] }, /Container.image/],
    ["a tag of AWS's own", { tags: [{ key: "aws:x", value: "" }] }, /Invalid tag/],
  ])("with %s are refused", async (_case, changes, message) => {
    expect(await register(changes)).toMatchObject({ message: expect.stringMatching(message) });
  });

  test("get numbers that are never used again", async () => {
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    const next = await ecs.send(
      new RegisterTaskDefinitionCommand({
        ...valid,
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
      }),
    );
    expect([taskDefinition.split(":").at(-1), next.taskDefinition?.revision]).toEqual(["2", 3]);
  });

  test("are listed newest first when asked, without the inactive ones", async () => {
    const first = await registerRelease(ecs, orders, aws.pushImage("orders"));
    const second = await registerRelease(ecs, orders, aws.pushImage("orders"));
    await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: first }));
    const { taskDefinitionArns } = await ecs.send(
      new ListTaskDefinitionsCommand({ familyPrefix: "dev-orders", sort: "DESC" }),
    );
    expect(taskDefinitionArns).toEqual([second, orders.target.templateArn]);
  });

  test("that are inactive cannot be deployed", async () => {
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    await expect(
      ecs.send(new UpdateServiceCommand({ cluster: "dev", service: "orders", taskDefinition })),
    ).rejects.toMatchObject({ name: "ClientException", message: "TaskDefinition is inactive" });
  });

  test("get further tags, and tell tags only when asked", async () => {
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    const tags = [{ key: "ecs-env:healthy", value: "2026-01-01T00:00:00Z" }];
    await ecs.send(new TagResourceCommand({ resourceArn: taskDefinition, tags }));
    const told = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition, include: ["TAGS"] }));
    const untold = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
    expect([told.tags?.at(-1), untold.tags]).toEqual([tags[0], []]);
  });

  test("that do not exist are said so", async () => {
    await expect(
      ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "none" })),
    ).rejects.toMatchObject({ name: "ClientException", message: "Unable to describe task definition." });
  });
});
