import { run, type RunRequest } from "../../../deploy/commands/run";
import { LocalCommands } from "../../support/local-commands";

describe("Run", () => {
  let local: LocalCommands;

  beforeEach(async () => {
    local = await LocalCommands.start({ variables: { DATABASE: "orders-database.internal" } });
  });
  afterEach(() => local.stop());

  const runs = (change: Partial<RunRequest> = {}) => {
    const request: RunRequest = {
      ...local.request(),
      ...{
        service: "orders",
        command: ["npm", "run", "migrate"],
        id: "0f6a1a52-5c0e-4f0e-9f44-a5a2e8b1c3d4",
      },
      ...{ origin: {}, pollSeconds: 5, isAwaited: true, waitsForOther: false },
      ...{ isDespiteAlarms: false, isDryRun: false },
      ...change,
    };
    return run(request, local.report, local.surroundings);
  };
  const callsOf = (operation: string) => local.aws.calls.filter((call) => call.operation === operation);

  test("runs the command in the image that the service runs, in the service's network", async () => {
    const { revisionArn } = await local.released();
    expect(await runs()).toMatchObject({ outcome: "done", message: "The command ended with code 0." });
    expect(callsOf("ecs:RunTask").map(({ input }) => input)).toMatchObject([
      {
        ...{ cluster: "dev", taskDefinition: revisionArn, count: 1 },
        startedBy: "ecs-env/0f6a1a52-5c0e-4f0e-9f44-a5a2",
        clientToken: "0f6a1a52-5c0e-4f0e-9f44-a5a2e8b1c3d4",
        tags: [{ key: "ecs-env:run", value: "orders" }],
        networkConfiguration: local.orders.service.networkConfiguration,
        overrides: { containerOverrides: [{ name: "orders", command: ["npm", "run", "migrate"] }] },
      },
    ]);
  });

  test("tells the log, without values of variables", async () => {
    await local.released();
    local.orders.nextTask({ logLines: ["connecting to orders-database.internal", "3 migrations"] });
    await runs();
    const lines = local.told.flatMap((one) => (one.kind === "log" ? [one.message] : []));
    expect(lines).toEqual(["connecting to [blotted out]", "3 migrations"]);
  });

  test("says with which code the command failed", async () => {
    await local.released();
    local.orders.nextTask({ exitCode: 3 });
    expect(await runs()).toMatchObject({
      ...{ outcome: "command-failed", message: "The command ended with code 3." },
    });
  });

  test("takes the present template when that is newer than what runs", async () => {
    const { digest, revisionArn } = await local.released();
    local.orders.changeTemplate({ variables: { NEW: "x" } });
    const { revision = "" } = await runs();
    expect(revision).not.toBe(revisionArn);
    const registered = await local.ports.ecs.describeTaskDefinition(revision);
    expect(registered?.taskDefinition.containerDefinitions?.[0]).toMatchObject({
      ...{
        environment: expect.arrayContaining([{ name: "NEW", value: "x" }]),
        image: expect.stringContaining(digest),
      },
    });
  });

  test("runs another image when one is named, and leaves the service alone", async () => {
    await local.released();
    const digest = local.aws.pushImage("orders", { tag: "next" });
    const before = local.orders.service.taskDefinition;
    expect(await runs({ image: "next" })).toMatchObject({ outcome: "done", digest });
    expect(local.orders.service.taskDefinition).toBe(before);
  });

  test("does not start before anything was deployed and no image is named", async () => {
    expect(await runs()).toMatchObject({
      ...{ outcome: "precondition", problems: [{ where: "--image" }] },
    });
    expect(callsOf("ecs:RunTask")).toEqual([]);
  });

  test("finds the task that a lost answer started, and starts no second one", async () => {
    await local.released();
    local.aws.fault({ operation: "ecs:RunTask", error: "lost-answer" });
    expect(await runs()).toMatchObject({ outcome: "done" });
    const tasks = [...local.aws.region().tasks.values()].filter(({ task }) =>
      task.startedBy?.startsWith("ecs-env/"),
    );
    expect(tasks).toHaveLength(1);
  });

  test("says that nobody knows when AWS tells of no task", async () => {
    await local.released();
    local.aws.fault({ operation: "ecs:RunTask", error: "reset" });
    expect(await runs()).toMatchObject({
      ...{
        outcome: "failed",
        message: expect.stringContaining("AWS did not answer whether it started the task"),
      },
    });
  });

  test("is not started when AWS refuses", async () => {
    await local.released();
    local.aws.fault({ operation: "ecs:RunTask", error: "AccessDeniedException" });
    expect(await runs()).toMatchObject({
      ...{
        outcome: "precondition",
        problems: [{ where: "start of the task", must: "must be allowed by AWS" }],
      },
    });
  });

  test("stops the task when it is interrupted", async () => {
    await local.released();
    local.orders.nextTask({ beats: 500 });
    local.atSleep(2, () => local.interruption.abort());
    expect(await runs()).toMatchObject({
      outcome: "interrupted",
      message: expect.stringContaining("is being stopped"),
    });
    expect(callsOf("ecs:StopTask")).toHaveLength(1);
  });

  test("stops the task when it does not end in time: a person must look", async () => {
    await local.released();
    local.orders.nextTask({ beats: 500 });
    expect(await runs({ timeoutMinutes: 1 })).toMatchObject({
      ...{ outcome: "failed", message: expect.stringContaining("did not end in time") },
    });
    expect(callsOf("ecs:StopTask")).toHaveLength(1);
  });

  test("says that the task still runs when it cannot be stopped", async () => {
    await local.released();
    local.orders.nextTask({ beats: 500 });
    local.atSleep(2, () => local.interruption.abort());
    local.aws.fault({ operation: "ecs:StopTask", error: "AccessDeniedException" });
    expect(await runs()).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining("It still runs."),
    });
  });

  test("endures that AWS does not answer for a moment", async () => {
    await local.released();
    local.aws.fault({ operation: "ecs:DescribeTasks", error: 500, times: 2 });
    expect(await runs()).toMatchObject({ outcome: "done" });
    expect(local.told.filter(({ kind }) => kind === "warning")).toHaveLength(1);
  });
});
