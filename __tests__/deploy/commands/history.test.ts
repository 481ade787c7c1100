import { history } from "../../../deploy/commands/history";
import { LocalCommands } from "../../support/local-commands";

describe("History", () => {
  let local: LocalCommands;

  beforeEach(async () => {
    local = await LocalCommands.start();
  });
  afterEach(() => local.stop());

  const read = async (limit = 20) => {
    const [answer] = await history({ ...local.request(), limit });
    if (answer === undefined) throw new Error("no answer");
    return answer;
  };

  test("lists releases, newest first, with who asked for them and which runs", async () => {
    await local.released({ commit: "aaa", person: "ada" });
    await local.released({ commit: "bbb" });
    const { releases } = await read();
    expect(
      releases.map(({ commit, person, isRunning, outcome }) => [commit, person, isRunning, outcome]),
    ).toEqual([
      ["bbb", undefined, true, "healthy"],
      ["aaa", "ada", false, "healthy"],
    ]);
  });

  test("tells releases that were rolled back, or never used", async () => {
    await local.released({ commit: "aaa" });
    local.orders.next("crashes");
    const { revisionArn } = await local.begin({ commit: "bbb" });
    local.aws.tick(60);
    await local.ports.ecs.deregisterTaskDefinition(revisionArn);
    await local.register({ commit: "ccc" });
    const { releases } = await read();
    expect(releases.map(({ commit, outcome }) => `${commit} ${outcome}`)).toEqual([
      ...["ccc never used", "bbb rolled back", "aaa healthy"],
    ]);
  });

  test("does not call a running release healthy that nobody proved", async () => {
    await local.released({ commit: "aaa" }, { isRecorded: false });
    expect((await read()).releases).toMatchObject([
      { commit: "aaa", outcome: "not proved", isRunning: true },
    ]);
  });

  test("lists deployments with the revisions that they brought", async () => {
    const { revisionArn } = await local.released();
    expect((await read()).deployments[0]).toMatchObject({
      ...{ status: "SUCCESSFUL", revision: revisionArn.split("/").at(-1) },
      startedAt: expect.stringMatching(/Z$/),
    });
  });

  test("leaves Terraform's templates out", async () => {
    local.orders.changeTemplate({ variables: { A: "b" } });
    expect((await read()).releases).toEqual([]);
  });

  test("refuses a service that is not there", async () => {
    await expect(history({ ...local.request("payments"), limit: 5 })).rejects.toThrow(
      /dev\/payments: 1 problem\n {2}SSM parameter \/delivery\/dev\/payments {2}must be there/,
    );
  });
});
