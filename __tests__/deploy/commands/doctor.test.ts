import { doctor, type DoctorRequest } from "../../../deploy/commands/doctor";
import { LocalCommands } from "../../support/local-commands";

describe("Doctor", () => {
  let local: LocalCommands;

  beforeEach(async () => {
    local = await LocalCommands.start({ alarms: ["dev-orders-errors"] });
  });
  afterEach(() => local.stop());

  const examine = async (change: Partial<DoctorRequest> = {}) => {
    const now = Date.parse("2026-11-21T12:00:00Z");
    const request = { ...local.request(), now: () => now, serverTime: () => Promise.resolve(now), ...change };
    const [result] = await doctor(request, local.report);
    if (result === undefined) throw new Error("no result");
    return result;
  };
  const failedSteps = () =>
    local.told.flatMap((one) => (one.kind === "step" && one.state === "failed" ? [one.step] : []));

  test("finds nothing where all is well", async () => {
    expect(await examine()).toMatchObject({ outcome: "done", problems: [] });
    expect(failedSteps()).toEqual([]);
  });

  test("says whose credentials are used", async () => {
    await examine();
    expect(local.told).toContainEqual(
      expect.objectContaining({
        step: "credentials",
        detail: expect.stringContaining("account 111111111111"),
      }),
    );
  });

  test("changes nothing, and says what it did not try", async () => {
    await examine();
    const verbs = local.aws.operationsCalled.map((operation) => operation.split(":")[1] ?? "");
    expect(verbs.filter((verb) => !/^(Get|List|Describe|BatchGet|Filter)/.test(verb))).toEqual([]);
    expect(local.told).toContainEqual(
      expect.objectContaining({
        step: "untried",
        state: "skipped",
        detail: expect.stringContaining("ecs:UpdateService"),
      }),
    );
  });

  test.each([
    ["ecs:DescribeServices", "service"],
    ["ecs:ListTasks", "read-tasks"],
    ["ecs:ListTaskDefinitions", "read-revisions"],
    ["ecr:BatchGetImage", "read-images"],
    ["elasticloadbalancing:DescribeTargetHealth", "read-targets"],
    ["logs:FilterLogEvents", "read-log"],
  ])("says that %s is not allowed, and goes on", async (operation, step) => {
    local.aws.fault({ operation, error: "AccessDeniedException", times: 20 });
    const { outcome, problems } = await examine();
    expect(outcome).toBe("precondition");
    expect(failedSteps()).toEqual([step]);
    expect(problems).toMatchObject([{ must: "must be allowed by AWS" }]);
    expect(local.told).toContainEqual(expect.objectContaining({ step: "untried" }));
  });

  test("says that credentials have expired, once", async () => {
    local.aws.fault({ operation: "*", error: "ExpiredTokenException", times: 50 });
    const { problems } = await examine();
    expect(problems.map(({ where, must }) => `${where} ${must}`)).toEqual([
      "AWS credentials needs credentials that are still valid",
      "SSM parameter /delivery/dev/orders needs credentials that are still valid",
    ]);
  });

  test("says which target is missing", async () => {
    const { problems } = await examine({ services: ["payments"] });
    expect(problems).toMatchObject([
      {
        where: "SSM parameter /delivery/dev/payments",
        got: "nothing with credentials of account 111111111111",
      },
    ]);
  });

  test.each([
    [6, "6 minutes ahead"],
    [-7, "7 minutes behind"],
  ])("says that the clock is off by %p minutes", async (minutes, got) => {
    const time = Date.parse("2026-11-21T12:00:00Z") - minutes * 60_000;
    const { problems } = await examine({ serverTime: () => Promise.resolve(time) });
    expect(problems).toMatchObject([{ where: "clock of this machine", got }]);
  });
});
