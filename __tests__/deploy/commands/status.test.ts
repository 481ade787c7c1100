import { status, type ServiceStatus } from "../../../deploy/commands/status";
import { LocalCommands } from "../../support/local-commands";

describe("Status", () => {
  let local: LocalCommands;

  afterEach(() => local.stop());

  async function read(): Promise<ServiceStatus> {
    const [answer] = await status([local.request()]);
    if (answer === undefined || "refusal" in answer) throw answer?.refusal ?? new Error("no answer");
    return answer;
  }

  test("tells release, revision and who asked for it", async () => {
    local = await LocalCommands.start();
    const { digest } = await local.released({ commit: "4f2a9c1", person: "ada", pipeline: "https://ci/7" });
    expect((await read()).runs).toMatchObject({
      ...{ digest, commit: "4f2a9c1", person: "ada", pipeline: "https://ci/7", isSeed: false },
      revision: expect.stringMatching(/^dev-orders:\d+$/),
      imageTags: ["dev", expect.stringMatching(/^healthy-dev-/)],
      healthyAt: "2026-11-21T12:00:00.000Z",
      since: expect.stringMatching(/Z$/),
    });
  });

  test("tells that nothing was deployed yet", async () => {
    local = await LocalCommands.start();
    const { runs, template } = await read();
    expect({ isSeed: runs.isSeed, digest: runs.digest, changes: template.changes }).toEqual({
      ...{ isSeed: true, digest: undefined, changes: [] },
    });
  });

  test("tells tasks and targets", async () => {
    local = await LocalCommands.start();
    await local.released();
    expect(await read()).toMatchObject({
      tasks: { desired: 2, running: 2, pending: 0 },
      targets: { healthy: 2, total: 2 },
    });
  });

  test("tells of the deployment that is under way", async () => {
    local = await LocalCommands.start();
    await local.released();
    const { revisionArn } = await local.begin();
    local.aws.tick(2);
    expect((await read()).underWay).toMatchObject({
      ...{ status: "IN_PROGRESS", revision: revisionArn.split("/").at(-1) },
    });
  });

  test("tells what a sync would bring: names, and no values", async () => {
    local = await LocalCommands.start({ variables: { LOG_LEVEL: "info", OLD: "x" } });
    await local.released();
    local.orders.changeTemplate({ variables: { LOG_LEVEL: "debug-4711", NEW: "y" } });
    const answer = await read();
    expect(answer.template).toMatchObject({
      isNewer: true,
      changes: [
        ...[
          "orders: variable LOG_LEVEL changed",
          "orders: variable NEW added",
          "orders: variable OLD removed",
        ],
      ],
    });
    expect(JSON.stringify(answer)).not.toContain("4711");
  });

  test("tells that the environment's tag names another image than runs", async () => {
    local = await LocalCommands.start();
    const { digest: before } = await local.released();
    await local.released({}, { isRecorded: false });
    expect((await read()).environmentTag).toEqual({ tag: "dev", digest: before, namesWhatRuns: false });
  });

  test("tells alarms that fire", async () => {
    local = await LocalCommands.start({ alarms: ["dev-orders-errors"] });
    local.orders.next("alarm");
    await local.begin();
    local.aws.tick(8);
    expect((await read()).alarmsFiring).toEqual(["dev-orders-errors"]);
  });

  test("says of each service that it cannot read why, and reads the others", async () => {
    local = await LocalCommands.start();
    const answers = await status([local.request("payments", "orders")]);
    expect(answers.map((answer) => "refusal" in answer)).toEqual([true, false]);
    expect(answers[0]).toMatchObject({ environment: "dev", service: "payments" });
  });

  test("changes nothing", async () => {
    local = await LocalCommands.start();
    await local.released();
    const before = local.aws.calls.length;
    await read();
    const verbs = local.aws.operationsCalled.slice(before).map((operation) => operation.split(":")[1]);
    expect(verbs.filter((verb) => !/^(Get|List|Describe|BatchGet)/.test(verb ?? ""))).toEqual([]);
  });
});
