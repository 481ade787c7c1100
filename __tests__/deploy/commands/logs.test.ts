import { logs, type LogsRequest } from "../../../deploy/commands/logs";
import { type RunRequest, run } from "../../../deploy/commands/run";
import { LocalCommands } from "../../support/local-commands";

describe("Logs", () => {
  let local: LocalCommands;

  beforeEach(async () => {
    local = await LocalCommands.start({ variables: { DATABASE: "orders-database.internal" } });
    await local.released();
  });
  afterEach(() => local.stop());

  /** Something that writes a log: a one-off task. */
  const write = (...logLines: string[]) => {
    local.orders.nextTask({ logLines });
    const request: RunRequest = {
      ...local.request(),
      ...{
        service: "orders",
        command: ["x"],
        id: `id-${logLines[0]}`,
        origin: {},
        pollSeconds: 5,
        isAwaited: true,
      },
      ...{ waitsForOther: false, isDespiteAlarms: false, isDryRun: false },
    };
    return run(request, () => undefined, local.surroundings);
  };
  const read = async (change: Partial<LogsRequest> = {}) => {
    const request = { ...local.request(), since: 0, follows: false, pollSeconds: 5, ...change };
    await logs(request, local.report, local.surroundings);
    return local.told.flatMap((one) => (one.kind === "log" ? [one] : []));
  };

  test("are told oldest first, with time and task", async () => {
    await write("one", "two");
    expect(await read()).toMatchObject([
      {
        service: "orders",
        message: "one",
        at: expect.stringMatching(/Z$/),
        task: expect.stringMatching(/^[0-9a-f]+$/),
      },
      { message: "two" },
    ]);
  });

  test("can be cut to the newest", async () => {
    await write("one", "two", "three");
    expect((await read({ limit: 2 })).map(({ message }) => message)).toEqual(["two", "three"]);
  });

  test("can be of one task alone", async () => {
    await write("one");
    await write("two");
    const [first] = await read();
    local.told.length = 0;
    expect((await read({ task: first?.task.slice(0, 6) ?? "" })).map(({ message }) => message)).toEqual([
      "one",
    ]);
  });

  test("show no secret and no value of a variable", async () => {
    await write("to orders-database.internal", "password=hunter2-hunter2", "fine");
    const told = (await read()).map(({ message }) => message);
    expect(told).toEqual(["to [blotted out]", expect.stringContaining("blotted out"), "fine"]);
  });

  test("are followed until it is interrupted, each line once", async () => {
    await write("one");
    const others = ["two", "three"];
    const { sleep, now } = local.surroundings;
    const surroundings = {
      now,
      interrupted: local.interruption.signal,
      sleep: async (milliseconds: number) => {
        const next = others.shift();
        if (next === undefined) local.interruption.abort();
        else await write(next);
        await sleep(milliseconds);
      },
    };
    await logs({ ...local.request(), since: 0, follows: true, pollSeconds: 5 }, local.report, surroundings);
    expect(local.told.flatMap((one) => (one.kind === "log" ? [one.message] : []))).toEqual([
      "one",
      "two",
      "three",
    ]);
  });

  test("are refused for a service that is not there", async () => {
    await expect(read({ services: ["payments"] })).rejects.toThrow("SSM parameter /delivery/dev/payments");
  });
});
