import {
  DescribeServiceDeploymentsCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  type ServiceDeployment,
} from "@aws-sdk/client-ecs";
import {
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { type ServiceSettings } from "../../support/local-aws/service-settings";
import { clientOptions } from "./client-options";
import { release } from "./release";

describe("A deployment that shifts traffic", () => {
  let aws: LocalAws;
  let ecs: ECSClient;
  let balancers: ElasticLoadBalancingV2Client;

  beforeEach(async () => {
    aws = await LocalAws.start();
    aws.stopTime();
    ecs = new ECSClient(clientOptions(aws));
    balancers = new ElasticLoadBalancingV2Client(clientOptions(aws));
  });

  afterEach(async () => {
    ecs.destroy();
    balancers.destroy();
    await aws.stop();
  });

  function addService(settings: Partial<ServiceSettings>): LocalService {
    return aws.addService({ name: "orders", strategy: "blue-green", alarms: ["errors"], ...settings });
  }

  async function look(): Promise<ServiceDeployment> {
    const { serviceDeployments = [] } = await ecs.send(
      new ListServiceDeploymentsCommand({ cluster: "dev", service: "orders" }),
    );
    const arns = serviceDeployments
      .slice(0, 1)
      .flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
    if (arns.length === 0) return {};
    const described = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns }));
    return described.serviceDeployments?.[0] ?? {};
  }

  /** What a look gives after each beat, as often as it changes. */
  async function watch<Seen>(see: () => Promise<Seen>): Promise<readonly Seen[]> {
    const seen: Seen[] = [];
    for (let beat = 0; beat < 22; beat += 1) {
      const now = await see();
      if (now !== seen.at(-1)) seen.push(now);
      aws.tick();
    }
    return seen;
  }

  async function weights(rule: string): Promise<string> {
    const { Rules } = await balancers.send(new DescribeRulesCommand({ RuleArns: [rule] }));
    const groups = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
    return groups
      .map(({ TargetGroupArn, Weight }) => `${TargetGroupArn?.split("/")[1]} ${Weight}`)
      .sort()
      .join(", ");
  }

  function productionRule({ service }: LocalService): string {
    return service.loadBalancers?.[0]?.advancedConfiguration?.productionListenerRule ?? "";
  }

  test("goes through ECS's stages", async () => {
    await release(ecs, addService({}), aws.pushImage("orders"));
    const stages = await watch(async () => (await look()).lifecycleStage);
    expect(stages).toEqual([
      "PRE_SCALE_UP",
      "SCALE_UP",
      "POST_SCALE_UP",
      "TEST_TRAFFIC_SHIFT",
      "POST_TEST_TRAFFIC_SHIFT",
      "PRODUCTION_TRAFFIC_SHIFT",
      "POST_PRODUCTION_TRAFFIC_SHIFT",
      "BAKE_TIME",
      "CLEAN_UP",
    ]);
  });

  test.each([
    ["blue-green", ["dev-orders 100, dev-orders-b 0", "dev-orders 0, dev-orders-b 100"]],
    [
      "canary",
      ["dev-orders 100, dev-orders-b 0", "dev-orders 90, dev-orders-b 10", "dev-orders 0, dev-orders-b 100"],
    ],
    [
      "linear",
      [
        "dev-orders 100, dev-orders-b 0",
        "dev-orders 75, dev-orders-b 25",
        "dev-orders 50, dev-orders-b 50",
        "dev-orders 25, dev-orders-b 75",
        "dev-orders 0, dev-orders-b 100",
      ],
    ],
  ] as const)("moves the production rule's weights: %s", async (strategy, expected) => {
    const orders = addService({ strategy });
    const rule = productionRule(orders);
    await release(ecs, orders, aws.pushImage("orders"));
    expect(await watch(() => weights(rule))).toEqual(expected);
  });

  test("swaps the service's target groups at the end", async () => {
    const orders = addService({});
    const before = orders.service.loadBalancers?.[0];
    await release(ecs, orders, aws.pushImage("orders"));
    aws.tick(30);
    expect(orders.service.loadBalancers?.[0]).toMatchObject({
      targetGroupArn: before?.advancedConfiguration?.alternateTargetGroupArn,
      advancedConfiguration: { alternateTargetGroupArn: before?.targetGroupArn },
    });
  });

  test("that an alarm stops gives all traffic back to the tasks before", async () => {
    const orders = addService({});
    const before = orders.running();
    const rule = productionRule(orders);
    orders.next("alarm");
    await release(ecs, orders, aws.pushImage("orders"));
    const seen = await watch(async () => (await look()).status);
    expect({ seen, weights: await weights(rule), running: orders.running() }).toEqual({
      seen: ["IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL"],
      weights: "dev-orders 100, dev-orders-b 0",
      running: before,
    });
  });

  test("that a hook refuses is rolled back, and says which hook", async () => {
    const orders = addService({ hookStages: ["POST_TEST_TRAFFIC_SHIFT"], testRule: true });
    orders.next("hook-fails");
    await release(ecs, orders, aws.pushImage("orders"));
    aws.tick(30);
    const { status, lifecycleHookDetails } = await look();
    expect({ status, hook: lifecycleHookDetails?.[0]?.status }).toEqual({
      status: "ROLLBACK_SUCCESSFUL",
      hook: "FAILED",
    });
  });

  test("that hangs stays at its stage", async () => {
    const orders = addService({});
    orders.next("hangs", { stage: "BAKE_TIME" });
    await release(ecs, orders, aws.pushImage("orders"));
    aws.tick(100);
    expect(await look()).toMatchObject({ status: "IN_PROGRESS", lifecycleStage: "BAKE_TIME" });
  });

  test("whose place a newer one takes is stopped, and its tasks go", async () => {
    const orders = addService({});
    await release(ecs, orders, aws.pushImage("orders"));
    aws.tick(9);
    const second = await release(ecs, orders, aws.pushImage("orders"));
    aws.tick(30);
    expect({
      statuses: orders.deployments.map(({ status }) => status),
      running: orders.running().map(({ revisionArn, tasks }) => [revisionArn, tasks]),
    }).toEqual({ statuses: ["SUCCESSFUL", "STOPPED"], running: [[second, 2]] });
  });
});
