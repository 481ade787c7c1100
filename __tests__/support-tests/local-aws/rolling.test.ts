import {
  DescribeServicesCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  type ServiceDeploymentStatus,
} from "@aws-sdk/client-ecs";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { clientOptions } from "./client-options";
import { release } from "./release";

describe("A rolling deployment", () => {
  let aws: LocalAws;
  let ecs: ECSClient;
  let orders: LocalService;
  let digest: string;

  beforeEach(async () => {
    aws = await LocalAws.start();
    aws.stopTime();
    ecs = new ECSClient(clientOptions(aws));
    orders = aws.addService({ name: "orders", alarms: ["dev-orders-errors"] });
    digest = aws.pushImage("orders", { tag: "abc123" });
  });

  afterEach(async () => {
    ecs.destroy();
    await aws.stop();
  });

  const deploy = () => release(ecs, orders, digest);

  async function statuses(beats: number): Promise<readonly (ServiceDeploymentStatus | undefined)[]> {
    const seen: (ServiceDeploymentStatus | undefined)[] = [];
    for (let beat = 0; beat < beats; beat += 1) {
      const { serviceDeployments } = await ecs.send(
        new ListServiceDeploymentsCommand({ cluster: "dev", service: "orders" }),
      );
      const status = serviceDeployments?.[0]?.status;
      if (seen.at(-1) !== status || seen.length === 0) seen.push(status);
      aws.tick();
    }
    return seen;
  }

  test("is listed after a moment, then succeeds", async () => {
    await deploy();
    expect(await statuses(12)).toEqual([undefined, "IN_PROGRESS", "SUCCESSFUL"]);
  });

  test("ends with the new revision's tasks, and no others", async () => {
    const revisionArn = await deploy();
    aws.tick(12);
    expect(orders.running()).toEqual([{ revisionArn, tasks: 2, digest }]);
  });

  test("is not seen by the first look after the update", async () => {
    await deploy();
    const look = async () => {
      const { services } = await ecs.send(
        new DescribeServicesCommand({ cluster: "dev", services: ["orders"] }),
      );
      return services?.[0]?.deployments?.length;
    };
    expect([await look(), await look()]).toEqual([1, 2]);
  });

  test.each([
    ["crashes", ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"]],
    ["never-healthy", ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"]],
    ["alarm", ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"]],
    ["rollback-fails", ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_FAILED"]],
    ["hangs", ["IN_PROGRESS"]],
  ] as const)("that %s goes through %p", async (outcome, expected) => {
    orders.next(outcome);
    await deploy();
    expect(await statuses(30)).toEqual([undefined, ...expected]);
  });

  test("that crashes leaves the revision before running", async () => {
    const [before] = orders.running();
    orders.next("crashes");
    await deploy();
    aws.tick(30);
    expect(orders.running()).toEqual([before]);
  });
});
