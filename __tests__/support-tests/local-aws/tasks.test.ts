import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DescribeTasksCommand, ECSClient, ListTasksCommand, RunTaskCommand } from "@aws-sdk/client-ecs";
import {
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { clientOptions } from "./client-options";
import { registerRelease, release } from "./release";

describe("Tasks", () => {
  let aws: LocalAws;
  let ecs: ECSClient;
  let orders: LocalService;

  beforeEach(async () => {
    aws = await LocalAws.start();
    aws.stopTime();
    ecs = new ECSClient(clientOptions(aws));
    orders = aws.addService({ name: "orders", alarms: ["errors"] });
  });

  afterEach(async () => {
    ecs.destroy();
    await aws.stop();
  });

  test("that crashed say why, and leave a log", async () => {
    orders.next("crashes", { exitCode: 3, logLines: ["no database"] });
    await release(ecs, orders, aws.pushImage("orders"));
    aws.tick(30);
    const { taskArns = [] } = await ecs.send(
      new ListTasksCommand({ cluster: "dev", serviceName: "orders", desiredStatus: "STOPPED" }),
    );
    const { tasks } = await ecs.send(
      new DescribeTasksCommand({ cluster: "dev", tasks: taskArns.slice(0, 1) }),
    );
    const logs = new CloudWatchLogsClient(clientOptions(aws));
    const logStreamName = `orders/orders/${taskArns[0]?.split("/").at(-1)}`;
    const { events } = await logs.send(
      new GetLogEventsCommand({ logGroupName: "/ecs/dev/orders", logStreamName }),
    );
    const filtered = await logs.send(
      new FilterLogEventsCommand({ logGroupName: "/ecs/dev/orders", logStreamNamePrefix: "orders/orders/" }),
    );
    logs.destroy();
    expect(tasks?.[0]).toMatchObject({
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ name: "orders", exitCode: 3 }],
    });
    expect(events?.map(({ message }) => message)).toEqual(["no database"]);
    expect(filtered.events).toHaveLength(taskArns.length);
  });

  test("whose image is not there never start", async () => {
    await release(ecs, orders, `sha256:${"0".repeat(64)}`);
    aws.tick(30);
    const stopped = orders.tasks.find(({ lastStatus }) => lastStatus === "STOPPED");
    expect(stopped).toMatchObject({
      stopCode: "TaskFailedToStart",
      stoppedReason: expect.stringContaining("CannotPullContainerError"),
    });
  });

  test("whose image is for another processor never start", async () => {
    await release(ecs, orders, aws.pushImage("orders", { architecture: "arm64" }));
    aws.tick(30);
    expect(orders.deployments[0]?.status).toBe("ROLLBACK_SUCCESSFUL");
  });

  test("of an image index report the digest of their own platform", async () => {
    const index = aws.pushImage("orders", { index: ["amd64", "arm64"] });
    await release(ecs, orders, index);
    aws.tick(30);
    expect(orders.running()).toEqual([
      expect.objectContaining({ tasks: 2, digest: expect.not.stringContaining(index) }),
    ]);
  });

  test("are healthy targets while they run", async () => {
    const balancers = new ElasticLoadBalancingV2Client(clientOptions(aws));
    const TargetGroupArn = orders.service.loadBalancers?.[0]?.targetGroupArn;
    const { TargetHealthDescriptions } = await balancers.send(
      new DescribeTargetHealthCommand({ TargetGroupArn }),
    );
    balancers.destroy();
    expect(TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.State)).toEqual([
      "healthy",
      "healthy",
    ]);
  });

  test("that are lost are replaced", () => {
    orders.loseTask();
    const during = orders.service.runningCount;
    aws.tick(3);
    expect([during, orders.service.runningCount]).toEqual([1, 2]);
  });

  test("that run once end with the exit code that the test says", async () => {
    orders.nextTask({ exitCode: 5, logLines: ["migrating"] });
    const taskDefinition = await registerRelease(ecs, orders, aws.pushImage("orders"));
    const { networkConfiguration } = orders.service;
    const { tasks: run = [] } = await ecs.send(
      new RunTaskCommand({ cluster: "dev", taskDefinition, networkConfiguration }),
    );
    aws.tick(5);
    const { tasks } = await ecs.send(
      new DescribeTasksCommand({ cluster: "dev", tasks: run.flatMap(({ taskArn }) => taskArn ?? []) }),
    );
    expect(tasks?.[0]?.containers?.[0]?.exitCode).toBe(5);
  });

  test("of a deployment with nothing to go back to leave it stopped", async () => {
    const fresh = aws.addService({ name: "fresh", neverDeployed: true });
    fresh.next("crashes");
    await release(ecs, fresh, aws.pushImage("fresh"));
    aws.tick(30);
    expect(fresh.deployments.map(({ status }) => status)).toEqual(["STOPPED"]);
  });

  test("are started by nobody for a service of no tasks, whose deployment succeeds all the same", async () => {
    const idle = aws.addService({ name: "idle", desiredCount: 0 });
    await release(ecs, idle, aws.pushImage("idle"));
    aws.tick(30);
    expect([idle.deployments[0]?.status, idle.tasks]).toEqual(["SUCCESSFUL", []]);
  });

  test("are watched by alarms, whose state is told", async () => {
    const cloudwatch = new CloudWatchClient(clientOptions(aws));
    const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: ["errors"] }));
    cloudwatch.destroy();
    expect(MetricAlarms).toMatchObject([{ AlarmName: "errors", StateValue: "OK" }]);
  });

  test("are where the delivery target in SSM says", async () => {
    const ssm = new SSMClient(clientOptions(aws));
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/delivery/dev/orders" }));
    await expect(ssm.send(new GetParameterCommand({ Name: "/none" }))).rejects.toMatchObject({
      name: "ParameterNotFound",
    });
    ssm.destroy();
    expect(JSON.parse(Parameter?.Value ?? "{}")).toEqual(orders.target);
  });
});
