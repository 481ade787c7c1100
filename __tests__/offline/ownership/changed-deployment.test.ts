import type { Deployment } from "../../../contract/deployment";
import { summarizePlan } from "../../../terraform/summary/plan-summary";
import { rolling, shifting } from "../../support/a-deployment";
import { aBackend } from "../../support/an-environment";
import { OfflineAccount, type TerraformDiagnostic } from "../../support/offline-account";
import { writeEnvironment } from "../../support/offline-estate";
import { describeWithTerraform } from "../../support/terraform";
import { smallEnvironment } from "./every-strategy";

const services = "test-services";

describeWithTerraform("A service whose deployment changes", () => {
  let account: OfflineAccount;
  beforeAll(async () => {
    account = await OfflineAccount.start();
    declare(rolling());
    await account.apply("test-network");
    await account.apply(services);
  }, 120_000);
  afterAll(() => account.stop());

  function declare(deployment: Deployment): void {
    writeEnvironment(account, smallEnvironment({ api: aBackend("api", { deployment }) }));
  }

  async function refusals(deployment: Deployment): Promise<readonly TerraformDiagnostic[]> {
    declare(deployment);
    const diagnostics = await account.diagnostics(services, "plan");
    return diagnostics.filter(({ severity }) => severity === "error");
  }

  test("from ECS to CodeDeploy is refused in the plan, with the way round", async () => {
    const found = await refusals(shifting("canary", { controller: "codedeploy" }));
    expect(found.map(({ summary, detail }) => [summary, detail.split("\n")[0]])).toEqual([
      [
        "updating aws_ecs_service (api): InvalidParameterException: Unable to update the deployment controller of the service from ECS to CODE_DEPLOY.",
        "AWS takes such a service to EXTERNAL only: make a second service under another name with the controller CODE_DEPLOY, move its traffic over, then delete this one.",
      ],
    ]);
  }, 60_000);

  test("to a strategy that shifts traffic is refused without changesFrom, which the plan names", async () => {
    const [refusal, ...others] = await refusals(shifting("canary"));
    expect(others).toEqual([]);
    expect(refusal?.detail).toContain("deployment.changesFrom");
  }, 60_000);

  test("by a test header only is told by the attribute that gets the new rule", async () => {
    declare(shifting("canary", { changesFrom: "rolling" }));
    await account.apply(services);
    declare(
      shifting("canary", { changesFrom: "canary", testHeader: { name: "x-release", value: "7f3c9a" } }),
    );
    await account.plan(services);
    const { stdout } = await account.terraform(services, "show", "-json", "plan");
    const { changes } = summarizePlan(JSON.parse(stdout));
    expect(changes.find(({ type }) => type === "aws_ecs_service")).toMatchObject({
      action: "change",
      attributes: ["load_balancer: advanced_configuration.test_listener_rule"],
    });
  }, 60_000);
});
