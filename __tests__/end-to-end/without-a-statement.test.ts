import { run } from "../../deploy/commands/run";
import type { ServiceResult } from "../../deploy/commands/delivery-request";
import { deployStatements } from "../../contract/deploy-permissions";
import { DeliveryRig } from "../deploy/commands/delivery-rig";
import type { LocalService } from "../support/local-aws/local-service";
import type { ServiceSettings } from "../support/local-aws/service-settings";

const account = "111111111111";

const kinds = {
  ecs: { strategy: "canary", alarms: ["orders-errors"] },
  codedeploy: { strategy: "canary", controller: "codedeploy", alarms: ["orders-errors"] },
} satisfies Readonly<Record<string, Partial<ServiceSettings>>>;

type Kind = keyof typeof kinds;
type Attempt = (rig: DeliveryRig, orders: LocalService) => Promise<ServiceResult>;

const migrate: Attempt = (rig) => {
  const id = "0f6a1a52-5c0e-4f0e-9f44-a5a2e8b1c3d4";
  const request = { ...rig.request(), service: "orders", command: ["npm", "run", "migrate"], id };
  return run(request, rig.report, rig.surroundings);
};

const attempts = {
  deploy: (rig) => rig.deploy("two"),
  crash: (rig, orders) => {
    orders.next("crashes", { logLines: ["cannot start"] });
    return rig.deploy("two");
  },
  hang: (rig, orders) => {
    orders.next("hangs");
    return rig.deploy("two", { timeoutMinutes: 0.001 });
  },
  run: migrate,
  interrupt: (rig, orders) => {
    orders.nextTask({ beats: 10_000 });
    rig.aws.fault({ operation: "ecs:DescribeTasks", latency: 1, meanwhile: () => rig.interruption.abort() });
    return migrate(rig, orders);
  },
} satisfies Readonly<Record<string, Attempt>>;

interface Row {
  readonly sid: string;
  readonly attempt: keyof typeof attempts;
  /** How the attempt ends without the statement; where it ends as it would with it, the missing action is in a warning. */
  readonly outcome: ServiceResult["outcome"];
  readonly only?: Kind;
}

const rows: readonly Row[] = [
  { sid: "ReadTarget", attempt: "deploy", outcome: "precondition" },
  { sid: "ReadService", attempt: "deploy", outcome: "precondition" },
  { sid: "ReadRevisions", attempt: "deploy", outcome: "precondition" },
  { sid: "ReadTasks", attempt: "run", outcome: "failed" },
  { sid: "ListTasks", attempt: "crash", outcome: "failed" },
  { sid: "RegisterRelease", attempt: "deploy", outcome: "precondition" },
  { sid: "TagRelease", attempt: "deploy", outcome: "precondition" },
  { sid: "MarkHealthy", attempt: "deploy", outcome: "done" },
  { sid: "ForgetRelease", attempt: "crash", outcome: "rolled-back" },
  { sid: "PassTaskRoles", attempt: "deploy", outcome: "precondition" },
  { sid: "ChangeRelease", attempt: "deploy", outcome: "precondition", only: "ecs" },
  { sid: "ReadDeployments", attempt: "deploy", outcome: "precondition", only: "ecs" },
  { sid: "ReadServiceRevisions", attempt: "deploy", outcome: "failed", only: "ecs" },
  { sid: "StopDeployment", attempt: "hang", outcome: "rolled-back", only: "ecs" },
  { sid: "ReadCodeDeploy", attempt: "deploy", outcome: "precondition", only: "codedeploy" },
  { sid: "WatchCodeDeploy", attempt: "deploy", outcome: "failed", only: "codedeploy" },
  { sid: "CreateDeployment", attempt: "deploy", outcome: "precondition", only: "codedeploy" },
  { sid: "RegisterAppSpec", attempt: "deploy", outcome: "precondition", only: "codedeploy" },
  { sid: "ReadDeploymentConfig", attempt: "deploy", outcome: "precondition", only: "codedeploy" },
  { sid: "StopCodeDeploy", attempt: "hang", outcome: "failed", only: "codedeploy" },
  { sid: "ReadTraffic", attempt: "deploy", outcome: "failed", only: "ecs" },
  { sid: "ReadTargetHealth", attempt: "deploy", outcome: "failed" },
  { sid: "ReadAlarms", attempt: "deploy", outcome: "precondition" },
  { sid: "ReadLogs", attempt: "crash", outcome: "rolled-back" },
  { sid: "ReadImages", attempt: "deploy", outcome: "precondition" },
  { sid: "RecordRelease", attempt: "deploy", outcome: "done" },
  { sid: "RunTask", attempt: "run", outcome: "precondition" },
  { sid: "TagTask", attempt: "run", outcome: "precondition" },
  { sid: "StopTask", attempt: "interrupt", outcome: "failed" },
];

describe.each(["ecs", "codedeploy"] as const)("The policy of a service of the controller %s", (kind) => {
  let rig: DeliveryRig;
  let orders: LocalService;
  beforeEach(async () => {
    rig = await DeliveryRig.start();
    orders = rig.addService(kinds[kind]);
    for (const tag of ["one", "two"]) rig.aws.pushImage("orders", { tag });
    await rig.deploy("one");
  });
  afterEach(() => rig.stop());

  const own = rows.filter(({ only = kind }) => only === kind);

  test("has the statements below, and no others", () => {
    const sids = deployStatements(orders.target).map(({ sid }) => sid);
    expect(sids.toSorted()).toEqual(own.map(({ sid }) => sid).toSorted());
  });

  test.each(own)(
    "says what is missing without $sid: $attempt, $outcome",
    async ({ sid, attempt, outcome }) => {
      const statements = deployStatements(orders.target);
      const actions = statements.filter((one) => one.sid === sid).flatMap((one) => one.actions);
      rig.aws.enforce(
        account,
        statements.filter((one) => one.sid !== sid),
      );
      const impatience = setInterval(() => {
        // Nobody waits for what is refused: the command's clock runs on.
        if (rig.aws.calls.some(({ error = "" }) => error.startsWith("AccessDenied"))) rig.ahead += 60_000;
      }, 5);
      const toldBefore = rig.told.length;
      const result = await attempts[attempt](rig, orders).finally(() => clearInterval(impatience));
      const said = JSON.stringify([result, rig.told.slice(toldBefore)]);
      expect([
        result.outcome,
        actions.some((action) => said.includes(`not authorized to perform: ${action} `)),
      ]).toEqual([outcome, true]);
    },
  );
});
