import { setTimeout as pause } from "node:timers/promises";
import type { TargetSource } from "../../../deploy/target/target-source";
import type { LocalService } from "../../support/local-aws/local-service";
import type { ServiceSettings } from "../../support/local-aws/service-settings";
import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
beforeEach(async () => {
  rig = await DeliveryRig.start();
});
afterEach(() => rig.stop());

interface Broken {
  readonly rule: string;
  readonly settings?: Partial<ServiceSettings>;
  /** What is done to the service before the deploy. */
  readonly spoil?: (orders: LocalService) => unknown;
  readonly image?: string;
  readonly readsFile?: true;
  /** Where, must, and got of the one problem. */
  readonly problem: readonly [RegExp, RegExp, RegExp];
}

const alarm = "dev-orders-5xx";
const fire = (name: string) => rig.aws.region().alarms.set(name, { AlarmName: name, StateValue: "ALARM" });

const broken: readonly Broken[] = [
  {
    rule: "credentials of another account",
    settings: { account: "222222222222" },
    spoil: () => rig.aws.addService({ name: "orders" }),
    readsFile: true,
    problem: [/^AWS credentials$/, /must be of account 222222222222 \(dev\)/, /^account 111111111111/],
  },
  {
    rule: "a service that is being deleted",
    spoil: (orders) => orders.deactivate(),
    problem: [/^ECS service dev\/orders$/, /must be active/, /^INACTIVE$/],
  },
  {
    rule: "a service that is not there",
    settings: { target: { serviceName: "elsewhere" } },
    problem: [/^ECS service dev\/elsewhere$/, /must be active/, /^nothing$/],
  },
  {
    rule: "another strategy than the delivery target says",
    settings: { target: { strategy: "canary" } },
    problem: [/strategy/, /must be CANARY/, /^ROLLING$/],
  },
  {
    rule: "another controller than the delivery target says",
    settings: {
      target: {
        controller: "codedeploy",
        strategy: "blue-green",
        codedeploy: { application: "a", deploymentGroup: "g" },
      },
    },
    problem: [/controller/, /must be CODE_DEPLOY/, /^ECS$/],
  },
  {
    rule: "a service without tasks to run",
    spoil: (orders) => orders.scaleTo(0),
    problem: [/desired count/, /at least 1/, /^0$/],
  },
  {
    rule: "an alarm that fires",
    settings: { alarms: [alarm] },
    spoil: () => fire(alarm),
    problem: [/alarms/, /must be quiet/, /^dev-orders-5xx$/],
  },
  {
    rule: "an image that is not in the repository",
    image: "never-pushed",
    problem: [/orders:never-pushed$/, /must be in the repository/, /^nothing$/],
  },
  {
    rule: "an image of another repository",
    image: "docker.io/library/nginx:1",
    problem: [/--image/, /must be a tag, a digest/, /nginx/],
  },
  {
    rule: "an image for another processor",
    settings: { architecture: "ARM64" },
    problem: [/^image sha256:/, /linux\/arm64/, /^linux\/amd64$/],
  },
  {
    rule: "a template that is not there",
    settings: {
      target: { templateArn: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders:99" },
    },
    problem: [/^template arn/, /must be an active revision/, /^nothing$/],
  },
  {
    rule: "a template without the application container",
    settings: { target: { container: "app" } },
    problem: [/^template arn/, /must have the container app/, /^orders$/],
  },
  {
    rule: "an image that the environment before has not proved",
    settings: { promotedFrom: "sit" },
    problem: [/^image sha256:/, /must have been healthy in sit/, /no record/],
  },
];

function fileOf({ target }: LocalService): TargetSource {
  return { kind: "files", files: [{ path: "orders.json", text: JSON.stringify(target) }] };
}

describe("a deploy", () => {
  test.each(broken)(
    "is refused for $rule",
    async ({ settings, spoil, image = "abc123", readsFile, problem }) => {
      const orders = rig.addService(settings);
      rig.aws.pushImage("orders", { tag: "abc123" });
      spoil?.(orders);
      const result = await rig.deploy(image, readsFile ? { source: fileOf(orders) } : {});
      const [where, must, got] = problem;
      expect(result).toMatchObject({
        outcome: "precondition",
        problems: [
          {
            where: expect.stringMatching(where),
            must: expect.stringMatching(must),
            got: expect.stringMatching(got),
          },
        ],
      });
      expect(rig.changes).toEqual([]);
    },
  );

  test("tells all that does not hold at once", async () => {
    const orders = rig.addService({ alarms: [alarm], promotedFrom: "sit", architecture: "ARM64" });
    fire(alarm);
    orders.scaleTo(0);
    rig.aws.pushImage("orders", { tag: "abc123" });
    const { problems } = await rig.deploy("abc123");
    expect(problems.map(({ must }) => must)).toEqual([
      "must be at least 1",
      "must be quiet",
      "must be for linux/arm64, which the tasks run on",
      "must have been healthy in sit before it runs in dev",
    ]);
  });

  test("goes on despite alarms when told to", async () => {
    rig.addService({ alarms: [alarm] });
    fire(alarm);
    rig.aws.pushImage("orders", { tag: "abc123" });
    expect(await rig.deploy("abc123", { isDespiteAlarms: true })).toMatchObject({ outcome: "done" });
  });

  test("of an unproved image leaves the reason with the release", async () => {
    const orders = rig.addService({ promotedFrom: "sit" });
    rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123", { unproven: "incident 7" });
    expect(orders.releases[0]?.tags).toContainEqual({ key: "ecs-env:unproven", value: "incident 7" });
  });

  test.each(["the record's tag", "the environment's tag"])(
    "is allowed by %s of the environment before",
    async (by) => {
      rig.addService({ promotedFrom: "sit" });
      const digest = rig.aws.pushImage("orders", { tag: "abc123" });
      rig.aws.tagImage(
        "orders",
        digest,
        by === "the record's tag" ? `healthy-sit-${digest.slice(7, 23)}` : "sit",
      );
      expect(await rig.deploy("abc123")).toMatchObject({ outcome: "done" });
    },
  );
});

describe("a second deploy", () => {
  const begin = async (pace: number) => {
    rig.aws.pace = pace;
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "one" });
    rig.aws.pushImage("orders", { tag: "two" });
    await rig.deploy("one", { isAwaited: false, origin: { person: "ann" } });
    return orders;
  };

  /** Past the delay after which AWS tells of a deployment, and not at its end. */
  const stopUnderWay = () => {
    rig.aws.stopTime();
    rig.aws.tick(2);
  };

  test("is refused while another is under way, and says whose it is", async () => {
    await begin(100);
    stopUnderWay();
    const { outcome, problems } = await rig.deploy("two");
    expect(outcome).toBe("precondition");
    expect(problems).toMatchObject([{ must: "must be over", got: expect.stringContaining("by ann") }]);
  });

  test("waits for the other when told to", async () => {
    const beat = 300;
    const orders = await begin(beat);
    // AWS tells of a deployment after two beats; it takes seven.
    await pause(beat * 2.5);
    const result = await rig.deploy("two", { waitsForOther: true });
    expect(result).toMatchObject({ outcome: "done" });
    expect(orders.deployments.map(({ status }) => status)).toEqual(["SUCCESSFUL", "SUCCESSFUL"]);
    expect(rig.told).toContainEqual(
      expect.objectContaining({
        step: "wait-for-other",
        state: "done",
        detail: expect.stringContaining("ann"),
      }),
    );
  });

  test("gives its result and the reason when it cannot see any more whether the other is over", async () => {
    await begin(100);
    stopUnderWay();
    const { error, times } = { error: "ExpiredTokenException", times: 99 };
    // Not those of the preconditions.
    rig.aws.fault({ operation: "ecs:ListServiceDeployments", error, times, after: 1 });
    expect(await rig.deploy("two", { waitsForOther: true })).toMatchObject({ outcome: "precondition" });
    expect(rig.told.slice(-3)).toMatchObject([
      {
        kind: "warning",
        message: expect.stringContaining("ExpiredTokenException"),
        advice: expect.stringMatching(/^Sign in/),
      },
      { step: "wait-for-other", state: "failed" },
      { kind: "result", outcome: "precondition" },
    ]);
  });

  test("waits no longer than its time", async () => {
    await begin(100);
    stopUnderWay();
    const result = await rig.deploy("two", { waitsForOther: true, timeoutMinutes: 0.0001 });
    expect(result).toMatchObject({ outcome: "precondition" });
  });

  test("at the same time: one of them says done, of what runs", async () => {
    const orders = rig.addService();
    rig.aws.pushImage("orders", { tag: "one" });
    rig.aws.pushImage("orders", { tag: "two" });
    const results = await Promise.all([rig.deploy("one"), rig.deploy("two")]);
    const done = results.filter(({ outcome }) => outcome === "done");
    expect(done).toHaveLength(1);
    expect(orders.running()).toMatchObject([{ digest: done[0]?.digest }]);
  });
});

describe("a precondition whose ground is missing", () => {
  const states = () =>
    rig.told.flatMap((one) =>
      one.kind === "step" && one.state !== "started" ? `${one.step} ${one.state}` : [],
    );

  test("neither holds nor fails: an image", async () => {
    rig.addService({ promotedFrom: "test" });
    await rig.deploy("never-pushed");
    expect(states()).toEqual(
      expect.arrayContaining(["image failed", "architecture skipped", "promotion skipped"]),
    );
  });

  test("neither holds nor fails: a service", async () => {
    rig.addService().deactivate();
    rig.aws.pushImage("orders", { tag: "abc123" });
    await rig.deploy("abc123");
    expect(states()).toEqual(
      expect.arrayContaining([
        "service failed",
        ...["strategy", "desired-count", "alarms", "nothing-under-way"].map((step) => `${step} skipped`),
      ]),
    );
  });
});
