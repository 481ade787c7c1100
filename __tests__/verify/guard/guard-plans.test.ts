import { comparePaths } from "../../../verify/network/compare-paths";
import { readNetwork } from "../../../verify/network/read-network";
import { guardPlans } from "../../../verify/guard/guard-plans";
import { priorEnvironment } from "../../../verify/guard/prior-environment";
import { readPlans } from "../../../verify/guard/read-plan";
import { anEnvironment } from "../../support/an-environment";
import { describeWithTerraform } from "../../support/terraform";
import { body, type Configuration, PlannedEnvironment, renamed } from "./planned-environment";

const logs = "aws_cloudwatch_log_group.app_database_logs_upgrade";

function change(type: string, name: string, attributes: Readonly<Record<string, unknown>>) {
  return (configuration: Configuration) => void Object.assign(body(configuration, type, name), attributes);
}

/** Rules of the security groups that let the other service do what `api` does to the database. */
function openDatabaseToWeb({ resource }: Configuration): void {
  for (const direction of ["ingress", "egress"]) {
    const rules = resource[`aws_vpc_security_group_${direction}_rule`] ?? {};
    const known = rules[`api_service_security_group_to_app_database_on_5432_${direction}`];
    const text = JSON.stringify(known).replaceAll("api_service", "web_service");
    rules["another"] = JSON.parse(text);
  }
}

/** Takes logs out of the configuration. */
function withoutLogs(configuration: Configuration): void {
  delete configuration.resource["aws_cloudwatch_log_group"]?.["app_database_logs_upgrade"];
  const database = body(configuration, "aws_db_instance", "app_database");
  database["depends_on"] = [database["depends_on"]].flat().filter((address) => address !== logs);
}

describeWithTerraform("The guard", () => {
  let environment: PlannedEnvironment;
  beforeAll(async () => {
    environment = await PlannedEnvironment.apply(anEnvironment());
  }, 60_000);
  afterAll(() => environment.stop());

  test.each([
    ["network", (one: Configuration) => change("aws_lb", "public_load_balancer", { idle_timeout: 120 })(one)],
    ["data", change("aws_kms_key", "app_database_key", { description: "another" })],
    ["services", change("aws_ecs_service", "web_service", { health_check_grace_period_seconds: 90 })],
  ])("says nothing of a harmless change of the %s stack", async (stack, harmless) => {
    expect(await environment.guard(`test-${stack}`, harmless)).toEqual([]);
  });

  test("reads the same paths from states as from files", async () => {
    const { plans, estate } = await environment.plans();
    const [after] = estate.environments;
    if (!after) throw new Error("no environment");
    const network = readNetwork(after);
    const before = readNetwork(priorEnvironment(after, readPlans(plans, estate)));
    expect(network.paths.length).toBeGreaterThan(3);
    expect(comparePaths(before, network)).toEqual({ opened: [], closed: [] });
  });

  test("refuses another engine of a database, with the attribute and the way round", async () => {
    const engine = { engine: "mysql", engine_version: "8.4", parameter_group_name: "default.mysql8.4" };
    expect(await environment.guard("test-data", change("aws_db_instance", "app_database", engine))).toEqual([
      {
        rule: "plan-replaces-data",
        severity: "error",
        environment: "test",
        place: "test-data/aws_db_instance.app_database",
        attribute: "engine",
        must: "must stay",
        got: "a replacement forced by engine that loses the database's data, unless a final snapshot is taken",
        advice:
          "Make a second database with the other engine, copy the data with AWS DMS, move the services over, then give the old one up. " +
          "See https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html",
      },
    ]);
  });

  test("refuses a renamed key, and names the moved block", async () => {
    const findings = await environment.guard("test-data", renamed("app_database_key", "renamed"));
    expect(findings.find(({ place }) => place === "test-data/aws_kms_key.app_database_key")).toMatchObject({
      rule: "plan-destroys-data",
      got: "a deletion that loses everything that was encrypted with it, because it is no longer written in the configuration",
      advice: expect.stringContaining(
        "moved { from = aws_kms_key.app_database_key, to = aws_kms_key.renamed }",
      ),
    });
  });

  test("says nothing of a key that a moved block renames", async () => {
    const moved = [{ from: "aws_kms_key.app_database_key", to: "aws_kms_key.renamed" }];
    const rename = (configuration: Configuration) => {
      renamed("app_database_key", "renamed")(configuration);
      configuration["moved"] = moved;
    };
    expect(await environment.guard("test-data", rename)).toEqual([]);
  });

  test("refuses logs that are taken out of the configuration, and names the removed block", async () => {
    const findings = await environment.guard("test-data", withoutLogs);
    expect(findings).toMatchObject([
      {
        rule: "plan-destroys-data",
        place: `test-data/${logs}`,
        advice: expect.stringContaining(`removed { from = ${logs}, lifecycle { destroy = false } }`),
      },
    ]);
  });

  test("says nothing of logs that a removed block lets go", async () => {
    const findings = await environment.guard("test-data", (configuration) => {
      withoutLogs(configuration);
      configuration["removed"] = [{ from: logs, lifecycle: { destroy: false } }];
    });
    expect(findings).toEqual([]);
  });

  test("warns of a target group that is replaced, with a way round", async () => {
    const port = change("aws_lb_target_group", "web_service_target_group", { port: 9090 });
    const findings = await environment.guard("test-services", port);
    expect(findings).toMatchObject([
      {
        rule: "plan-replaces-traffic",
        severity: "warning",
        attribute: "port",
        advice: expect.stringContaining("only a default"),
      },
    ]);
  });

  test("names the flag of a replacement that somebody asked for, and what follows it", async () => {
    const flag = "-replace=aws_kms_key.app_database_key";
    const findings = await environment.guard("test-data", () => undefined, flag);
    expect(findings).toMatchObject([
      { attribute: "kms_key_id", advice: expect.stringMatching(/^It follows what kms_key_id refers to/) },
      { place: "test-data/aws_kms_key.app_database_key", advice: expect.stringMatching(/without -replace/) },
    ]);
  });

  test("refuses a path that no file declares, and names what opens it", async () => {
    expect(await environment.guard("test-services", openDatabaseToWeb)).toEqual([
      {
        rule: "plan-opens-path",
        severity: "error",
        environment: "test",
        place: "test-data/aws_db_instance.app_database",
        must: "must not become reachable for anyone else",
        got:
          "a path from service.web to database.app on tcp 5432, by " +
          "test-services/aws_vpc_security_group_egress_rule.another, test-services/aws_vpc_security_group_ingress_rule.another",
        advice: "Declare the path in the environment, or take away what opens it.",
      },
    ]);
  });

  test("warns of a path that opens and is declared", async () => {
    const { plans, estate } = await environment.plans();
    const text = JSON.stringify(plans.get("test-services"));
    const plan = JSON.parse(text);
    const module = plan.prior_state.values.root_module;
    const isRule = ({ address }: { address: string }) => address.includes("to_app_database_on_5432_ingress");
    module.resources = module.resources.filter((resource: { address: string }) => !isRule(resource));
    expect(guardPlans(new Map([["test-services", plan]]), estate)).toMatchObject([
      { rule: "plan-opens-path", severity: "warning", place: "test-data/aws_db_instance.app_database" },
    ]);
  });

  test("says nothing of an environment in which nothing runs yet", async () => {
    const { plans, estate } = await environment.plans();
    const first = [...plans].map(
      ([name, plan]) => [name, { ...Object(plan), prior_state: undefined }] as const,
    );
    expect(guardPlans(new Map(first), estate)).toEqual([]);
  });

  test("refuses a plan that destroys a stack, and says so", async () => {
    const findings = await environment.guard("test-data", () => undefined, "-destroy");
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: "plan-destroys-data",
        place: "test-data/aws_db_instance.app_database",
        advice: expect.stringMatching(/^Plan without -destroy\./),
      }),
    );
  });

  test("refuses a plan of a part", async () => {
    const target = "-target=aws_kms_key.app_database_key";
    await expect(environment.guard("test-data", () => undefined, target)).rejects.toThrow("a plan of a part");
  });

  test("refuses a plan of other files, and names where they differ without a value", async () => {
    const { json } = await environment.plan(
      "test-data",
      change("aws_kms_key", "app_database_key", { description: "hush" }),
    );
    const { estate } = await environment.plans();
    expect(() => readPlans(new Map([["test-data", json]]), estate)).toThrowErrorMatchingInlineSnapshot(`
     "plans: 1 problem
       test-data  must be made from the synthesized files of its stack, got a plan of other files: aws_kms_key.app_database_key.description. Synthesize, plan again and check both together."
    `);
  });

  test("refuses a plan of another stack, and names it", async () => {
    const { plans, estate } = await environment.plans();
    const swapped = new Map([["test-data", plans.get("test-network")]]);
    expect(() => readPlans(swapped, estate)).toThrow("got the plan of test-network.");
  });
});
