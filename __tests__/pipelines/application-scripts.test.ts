import { type Dialect, dialects } from "../../pipelines/dialect";
import { DeliveryRun } from "../support/pipelines/delivery-run";
import { someOptions } from "../support/pipelines/some-options";

const region = "eu-west-1";
const options = someOptions({
  services: ["orders"],
  environments: [
    { name: "dev", account: "111111111111", region },
    { name: "prod", account: "444444444444", region },
  ],
});

/** A good push, then one whose tasks never get healthy. */
async function twoPushes(dialect: Dialect) {
  const run = await DeliveryRun.start(dialect, options);
  const good = run.machine.commit("good");
  const first = await run.push(good);
  const digest = run.aws.digestOf("orders", good);
  const afterFirst = [run.running("dev"), run.running("prod")];
  const bad = run.machine.commit("bad");
  run.service("dev").next("crashes");
  const second = await run.push(bad);
  return { run, good, first, digest, afterFirst, second };
}

type TwoPushes = Awaited<ReturnType<typeof twoPushes>>;

describe("the scripts of an application pipeline", () => {
  const all = new Map<Dialect, TwoPushes>();
  const of = (dialect: Dialect): TwoPushes => {
    const found = all.get(dialect);
    if (!found) throw new Error(`${dialect} did not run`);
    return found;
  };
  // Side by side: most of the time, one waits for AWS.
  beforeAll(async () => {
    await Promise.all(dialects.map(async (dialect) => all.set(dialect, await twoPushes(dialect))));
  }, 120_000);
  afterAll(() => Promise.all([...all.values()].map(({ run }) => run.stop())));

  test.each(dialects)("bring a push to production: %s", (dialect) => {
    const { first, afterFirst, digest } = of(dialect);
    expect(first).toEqual(["lint", "test", "build", "deploy-dev", "deploy-prod"]);
    expect(afterFirst).toEqual([[digest], [digest]]);
  });

  test.each(dialects)("build once, with the role that may push: %s", (dialect) => {
    const { run, good } = of(dialect);
    const builds = run.machine
      .calls("docker")
      .filter((call) => call.includes("build") && call.includes(good));
    expect(builds).toHaveLength(1);
    expect(run.machine.lines("roles")[0]).toBe("arn:aws:iam::999999999999:role/orders-push in eu-west-1");
  });

  test.each(dialects)("are red when ECS rolled back, and go no further: %s", (dialect) => {
    const { run, second, digest } = of(dialect);
    expect(second).toEqual(["lint", "test", "build", "deploy-dev: 1"]);
    expect([run.running("dev"), run.running("prod")]).toEqual([[digest], [digest]]);
  });

  test.each(dialects)("say to ecs-env which environment, service and image: %s", (dialect) => {
    const { run, good } = of(dialect);
    expect(run.machine.calls("ecs-env")[1]).toBe(
      `ecs-env deploy --env prod --service orders --image ${good} --wait-for-other`,
    );
  });

  test("build nothing when they run again", async () => {
    const { run, good } = of("gitlab");
    const before = run.machine.lines("built");
    expect((await run.run("build", good)).status).toBe(0);
    expect(run.machine.lines("built")).toEqual(before);
  });

  test("go back to the release before", async () => {
    const { run, digest } = of("gitlab");
    const commit = run.machine.commit("another");
    const next = run.aws.pushImage("orders", { tag: commit });
    expect((await run.run("deploy-dev", commit)).status).toBe(0);
    expect(run.running("dev")).toEqual([next]);
    expect((await run.run("rollback-dev", commit)).status).toBe(0);
    expect(run.running("dev")).toEqual([digest]);
  });
});

describe("the scripts of an application pipeline, when something is missing,", () => {
  let run: DeliveryRun;
  const start = async (dialect: Dialect, changes: Parameters<typeof someOptions>[0]) => {
    run = await DeliveryRun.start(dialect, someOptions({ services: ["orders"], ...changes }));
    return run;
  };
  afterEach(() => run.stop());

  test.each(["run lint", "test"] as const)("do not build after a failed npm %s", async (command) => {
    const { machine } = await start("gitlab", {});
    machine.break(command);
    const ran = await run.push(machine.commit("broken"));
    expect(ran.at(-1)).toMatch(/^(lint|test): 1$/);
    expect(machine.calls("docker")).toEqual([]);
  });

  test("do not deploy to production in GitHub when nobody approved", async () => {
    const { machine } = await start("github", {});
    const { status, stdout } = await run.run("deploy-prod", machine.commit("unseen"));
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: "Nobody approved: add required reviewers to the environment prod.\n",
    });
    expect(machine.calls("ecs-env")).toEqual([]);
  });

  test("name the account that nobody set", async () => {
    const { machine } = await start("bitbucket", { environments: [{ name: "dev" }] });
    const { status, stderr } = await run.run("deploy-dev", machine.commit("unset"));
    expect(status).toBe(2);
    expect(stderr).toContain("ACCOUNT_DEV: parameter not set or null");
    expect(machine.calls("ecs-env")).toEqual([]);
  });

  test("do not push when AWS gives no password for the token", async () => {
    const { machine } = await start("gitlab", {});
    const { status } = await run.run("build", machine.commit("refused"), { AWS_ID_TOKEN: "" });
    expect(status).not.toBe(0);
    expect(machine.lines("pushed")).toEqual([]);
  });
});

describe("the scripts of GitFlow", () => {
  test("deploy to production what the tag's commit merged", async () => {
    const run = await DeliveryRun.start("gitlab", someOptions({ services: ["orders"], flow: "gitflow" }));
    const { machine } = run;
    machine.git("checkout", "-q", "-b", "release/1.4");
    const release = machine.commit("release");
    machine.git("checkout", "-q", "main");
    machine.git("merge", "-q", "--no-ff", "-m", "merge", "release/1.4");
    await run.run("deploy-prod", machine.git("rev-parse", "HEAD"));
    expect(machine.calls("ecs-env")).toEqual([
      `ecs-env deploy --env prod --service orders --image ${release} --wait-for-other`,
    ]);
    await run.stop();
  });
});
