import { wait, type WaitRequest } from "../../../deploy/commands/wait";
import { type ServiceSettings } from "../../support/local-aws/service-settings";
import { LocalCommands } from "../../support/local-commands";

describe("Wait", () => {
  let local: LocalCommands;

  const start = async (settings: Partial<ServiceSettings> = {}) => {
    local = await LocalCommands.start(settings);
  };
  afterEach(() => local.stop());

  const waits = async (change: Partial<WaitRequest> = {}) => {
    const request = { ...local.request(), pollSeconds: 5, isDespiteAlarms: false, ...change };
    const [result] = await wait(request, local.report, local.surroundings);
    return result;
  };

  test("watches the deployment that is under way, and records that it is healthy", async () => {
    await start();
    const { digest, revisionArn } = await local.begin();
    expect(await waits()).toMatchObject({ outcome: "done", digest, revision: revisionArn });
    expect(local.aws.digestOf("orders", "dev")).toBe(digest);
    expect(local.aws.tagsOf("orders", digest)).toEqual(["dev", expect.stringMatching(/^healthy-dev-/)]);
  });

  test("says that a deployment was rolled back, and records nothing", async () => {
    await start();
    const { digest: before } = await local.released();
    local.orders.next("crashes");
    const { digest } = await local.begin();
    expect(await waits()).toMatchObject({ outcome: "rolled-back", digest });
    expect(local.aws.digestOf("orders", "dev")).toBe(before);
  });

  test("repairs the records when the deployment is over already", async () => {
    await start();
    const { digest } = await local.released({}, { isRecorded: false });
    expect(await waits()).toMatchObject({ outcome: "done", digest });
    expect(local.aws.digestOf("orders", "dev")).toBe(digest);
  });

  test("says again of a deployment that is over that it was rolled back", async () => {
    await start();
    await local.released();
    local.orders.next("crashes");
    await local.begin();
    local.aws.tick(60);
    expect(await waits()).toMatchObject({ outcome: "rolled-back" });
  });

  test("ends when it is interrupted, and leaves the deployment alone", async () => {
    await start();
    await local.begin();
    local.atSleep(1, () => local.interruption.abort());
    expect(await waits()).toMatchObject({ outcome: "interrupted" });
    expect(local.orders.deployments[0]).toMatchObject({ status: "IN_PROGRESS" });
  });

  test("has nothing to judge before the first deploy", async () => {
    await start();
    const { outcome, problems } = (await waits()) ?? {};
    expect(outcome).toBe("precondition");
    expect(problems).toMatchObject([
      { must: "must bring a release", advice: expect.stringContaining("ecs-env deploy --env dev") },
    ]);
  });

  test("tells the result with its time", async () => {
    await start();
    await local.begin();
    await waits();
    expect(local.told.at(-1)).toMatchObject({
      kind: "result",
      service: "orders",
      outcome: "done",
      seconds: expect.any(Number),
    });
  });
});
