import { ECSClient, DescribeServicesCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { deployStatements } from "../../../contract/deploy-permissions";
import { allowing, readPolicy, type Check } from "../../support/local-aws/iam/policy";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { clientOptions } from "./client-options";
import { registerRelease, release } from "./release";

describe("Calls of a caller with a policy", () => {
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

  test("are done when a statement allows them", async () => {
    aws.enforce("111111111111", deployStatements(orders.target));
    await release(ecs, orders, aws.pushImage("orders"));
    expect(aws.calls.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
  });

  test("are refused for another service, in AWS's words", async () => {
    aws.addService({ name: "catalog" });
    aws.enforce("111111111111", deployStatements(orders.target));
    await expect(
      ecs.send(new DescribeServicesCommand({ cluster: "dev", services: ["catalog"] })),
    ).rejects.toMatchObject({
      name: "AccessDeniedException",
      message:
        "User: arn:aws:iam::111111111111:user/local is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:eu-west-1:111111111111:service/dev/catalog because no identity-based policy allows the ecs:DescribeServices action",
    });
  });

  test("are refused when a role to pass is not allowed", async () => {
    const statements = deployStatements(orders.target).filter(
      ({ actions }) => !actions.includes("iam:PassRole"),
    );
    aws.enforce("111111111111", statements);
    await expect(registerRelease(ecs, orders, aws.pushImage("orders"))).rejects.toThrow(/iam:PassRole/);
  });

  test("change nothing when they are refused", async () => {
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    aws.enforce("111111111111", []);
    await expect(
      ecs.send(new UpdateServiceCommand({ cluster: "dev", service: "orders", taskDefinition })),
    ).rejects.toThrow();
    expect(orders.deployments).toEqual([]);
  });

  test("tell which statements nobody needed", async () => {
    aws.enforce("111111111111", deployStatements(orders.target));
    await ecs.send(new DescribeServicesCommand({ cluster: "dev", services: ["orders"] }));
    const unused = aws.unusedStatements("111111111111").map(({ sid }) => sid);
    expect([unused.includes("ReadService"), unused.includes("ChangeRelease")]).toEqual([false, true]);
  });

  test("of a web identity are those of the role that trusts its token", async () => {
    const { deployRoleArn } = orders.target;
    aws.trust(deployRoleArn, { webIdentity: (token) => token === "signed" });
    const sts = new STSClient({ endpoint: aws.url, region: "eu-west-1", maxAttempts: 1 });
    const assume = (WebIdentityToken: string) =>
      sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: deployRoleArn,
          RoleSessionName: "ci",
          WebIdentityToken,
        }),
      );
    await expect(assume("forged")).rejects.toMatchObject({ name: "AccessDenied" });
    const {
      AccessKeyId = "",
      SecretAccessKey = "",
      SessionToken,
    } = (await assume("signed")).Credentials ?? {};
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
    const assumed = new STSClient({ ...clientOptions(aws), credentials });
    const { Arn } = await assumed.send(new GetCallerIdentityCommand({}));
    expect(Arn).toBe("arn:aws:sts::111111111111:assumed-role/dev-orders-deploy/ci");
    sts.destroy();
    assumed.destroy();
  });
});

describe("A statement", () => {
  const check: Check = {
    action: "ecs:TagResource",
    resource: "arn:aws:ecs:eu-west-1:1:task-definition/dev-orders:7",
    context: { "aws:TagKeys": ["a", "b"], "ecs:cluster": ["arn:aws:ecs:eu-west-1:1:cluster/dev"] },
  };
  const isAllowed = (statement: Record<string, unknown>): boolean =>
    allowing(
      readPolicy(
        JSON.stringify({ Statement: { Effect: "Allow", Action: "ecs:*", Resource: "*", ...statement } }),
      ),
      check,
    ) !== undefined;

  test.each([
    ["any action of a service", {}, true],
    ["another action", { Action: "ecs:RunTask" }, false],
    ["actions in any case", { Action: "ECS:tagresource" }, true],
    ["the family's revisions", { Resource: "arn:aws:ecs:eu-west-1:1:task-definition/dev-orders:*" }, true],
    ["another family", { Resource: "arn:aws:ecs:eu-west-1:1:task-definition/dev-orders-b:*" }, false],
    ["a condition that holds", { Condition: { ArnLike: { "ecs:cluster": "*:cluster/dev" } } }, true],
    ["a condition on what is not told", { Condition: { StringEquals: { "ecs:service": "x" } } }, false],
    ["one that may be absent", { Condition: { StringEqualsIfExists: { "ecs:service": "x" } } }, true],
    ["all values", { Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } } }, false],
    ["any value", { Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] } } }, true],
    ["what must be there", { Condition: { Null: { "aws:TagKeys": "false" } } }, true],
    ["what must not be there", { Condition: { Null: { "aws:TagKeys": "true" } } }, false],
  ])("is about %s", (_case, statement, expected) => {
    expect(isAllowed(statement)).toBe(expected);
  });
});
