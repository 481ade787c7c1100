import {
  CodeDeployClient,
  CreateDeploymentCommand,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  StopDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
import { ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { clientOptions } from "./client-options";
import { registerRelease } from "./release";

describe("A deployment of CodeDeploy", () => {
  let aws: LocalAws;
  let ecs: ECSClient;
  let codedeploy: CodeDeployClient;
  let orders: LocalService;
  const group = { applicationName: "dev-orders", deploymentGroupName: "dev-orders" };

  beforeEach(async () => {
    aws = await LocalAws.start();
    aws.stopTime();
    ecs = new ECSClient(clientOptions(aws));
    codedeploy = new CodeDeployClient(clientOptions(aws));
    orders = aws.addService({
      name: "orders",
      strategy: "canary",
      controller: "codedeploy",
      hookStages: ["AfterAllowTestTraffic"],
      alarms: ["errors"],
    });
  });

  afterEach(async () => {
    ecs.destroy();
    codedeploy.destroy();
    await aws.stop();
  });

  function appSpec(TaskDefinition: string): string {
    const LoadBalancerInfo = { ContainerName: "orders", ContainerPort: 8080 };
    const Properties = { TaskDefinition, LoadBalancerInfo };
    return JSON.stringify({
      version: "0.0",
      Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties } }],
      Hooks: [{ AfterAllowTestTraffic: orders.target.codedeploy?.hooks?.["AfterAllowTestTraffic"] }],
    });
  }

  async function create(): Promise<{
    readonly id: string;
    readonly revision: string;
    readonly digest: string;
  }> {
    const digest = aws.pushImage("orders");
    const revision = await registerRelease(ecs, orders, digest);
    const { deploymentId = "" } = await codedeploy.send(
      new CreateDeploymentCommand({
        ...group,
        revision: { revisionType: "AppSpecContent", appSpecContent: { content: appSpec(revision) } },
      }),
    );
    return { id: deploymentId, revision, digest };
  }

  async function statusOf(deploymentId: string): Promise<string | undefined> {
    const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    return deploymentInfo?.status;
  }

  async function rollbackOf(deploymentId: string): Promise<string> {
    const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    return deploymentInfo?.rollbackInfo?.rollbackDeploymentId ?? "";
  }

  test("goes from created to in progress to succeeded, and its task set serves", async () => {
    const { id, revision, digest } = await create();
    const first = await statusOf(id);
    aws.tick(4);
    const then = await statusOf(id);
    aws.tick(30);
    expect([first, then, await statusOf(id), orders.running(), orders.service.taskDefinition]).toEqual([
      "Created",
      "InProgress",
      "Succeeded",
      [{ revisionArn: revision, tasks: 2, digest }],
      revision,
    ]);
  });

  test("tells its lifecycle events and its share of the traffic", async () => {
    const { id } = await create();
    const weights = new Set<number | undefined>();
    aws.tick();
    for (let beat = 0; beat < 20; beat += 1) {
      const { deploymentTarget } = await codedeploy.send(
        new GetDeploymentTargetCommand({ deploymentId: id, targetId: "dev:orders" }),
      );
      const green = deploymentTarget?.ecsTarget?.taskSetsInfo?.find(
        ({ taskSetLabel }) => taskSetLabel === "Green",
      );
      weights.add(green?.trafficWeight);
      aws.tick();
    }
    expect([...weights]).toEqual([undefined, 0, 10, 100]);
  });

  test.each(["crashes", "never-healthy", "alarm", "hook-fails"] as const)(
    "that %s fails, and another one rolls back",
    async (outcome) => {
      const before = orders.running();
      orders.next(outcome);
      const { id } = await create();
      aws.tick(40);
      const rollback = await rollbackOf(id);
      expect([await statusOf(id), await statusOf(rollback), orders.running()]).toEqual([
        "Failed",
        "Succeeded",
        before,
      ]);
    },
  );

  test("stops when it is told, and rolls back", async () => {
    orders.next("hangs");
    const { id } = await create();
    aws.tick(10);
    await codedeploy.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
    aws.tick(10);
    expect([await statusOf(id), await statusOf(await rollbackOf(id))]).toEqual(["Stopped", "Succeeded"]);
  });

  test("is refused while another one is active, which is listed", async () => {
    const { id } = await create();
    await expect(create()).rejects.toMatchObject({ name: "DeploymentLimitExceededException" });
    const listed = await codedeploy.send(
      new ListDeploymentsCommand({ ...group, includeOnlyStatuses: ["Created", "InProgress"] }),
    );
    expect(listed.deployments).toEqual([id]);
  });

  test("is the only way: UpdateService is refused", async () => {
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    await expect(
      ecs.send(new UpdateServiceCommand({ cluster: "dev", service: "orders", taskDefinition })),
    ).rejects.toMatchObject({ name: "InvalidParameterException" });
  });
});
