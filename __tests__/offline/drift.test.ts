import { type ExistingResource, OfflineAccount } from "../support/offline-account";
import { writeEnvironment } from "../support/offline-estate";
import { shopEstate } from "../support/shop";
import { describeWithTerraform } from "../support/terraform";

/** Sizes its services by load, so that more than the image changes outside of Terraform. */
const sit = shopEstate().environments.find(({ name }) => name === "sit");
const id = sit?.account ?? "";

type Resources = Record<string, ExistingResource>;

function first(resources: Resources, type: string): ExistingResource {
  const found = Object.values(resources).find((resource) => resource.type === type && !resource.madeWith);
  if (!found) throw new Error(`no ${type} exists`);
  return found;
}

function all(resources: Resources, type: string): readonly ExistingResource[] {
  return Object.values(resources).filter((resource) => resource.type === type);
}

/** A log group that no policy names: Terraform reads a policy document again when what it refers to changes. */
function databaseLogs(resources: Resources): ExistingResource {
  const found = all(resources, "aws_cloudwatch_log_group").find(({ values }) =>
    String(values["name"]).includes("/rds/"),
  );
  if (!found) throw new Error("no log group of the database exists");
  return found;
}

/** The application pipeline releases every service: a revision of its own, made from the template, with the image by digest. */
function release(resources: Resources): void {
  for (const service of all(resources, "aws_ecs_service")) {
    const family = `sit-${String(service.values["name"])}`;
    const template = all(resources, "aws_ecs_task_definition").find(
      ({ values }) => values["family"] === family,
    );
    if (!template) throw new Error(`no template ${family} exists`);
    const revision = Number(template.values["revision"]) + 41;
    const arn = String(template.values["arn"]).replace(/\d+$/, String(revision));
    resources[`released:${family}`] = {
      type: "aws_ecs_task_definition",
      region: "eu-west-1",
      values: { ...template.values, arn, id: family, revision },
    };
    service.values["task_definition"] = arn;
  }
}

describeWithTerraform("An environment that runs", () => {
  let account: OfflineAccount;
  let stacks: readonly string[];
  let untouched: Resources;
  beforeAll(async () => {
    account = await OfflineAccount.start({ account: id });
    stacks = sit ? writeEnvironment(account, sit) : [];
    for (const stack of stacks) await account.apply(stack);
    untouched = structuredClone({ ...account.existing() });
  }, 60_000);
  beforeEach(() => account.replaceOutside(untouched));
  afterAll(() => account.stop());

  async function changed(): Promise<readonly string[]> {
    const plans = [];
    for (const stack of stacks) plans.push(...(await account.plan(stack)).map(({ address }) => address));
    return plans;
  }

  test("has an empty plan after the pipeline released every service", async () => {
    account.changeOutside(release);
    expect(await changed()).toEqual([]);
  }, 30_000);

  test("has an empty plan after autoscaling changed the number of tasks", async () => {
    account.changeOutside((resources) => {
      for (const { values } of all(resources, "aws_ecs_service")) values["desired_count"] = 5;
    });
    expect(await changed()).toEqual([]);
  }, 30_000);

  test("shows everything that somebody changed by hand", async () => {
    account.changeOutside((resources) => {
      first(resources, "aws_lb_target_group").values["deregistration_delay"] = "3";
      databaseLogs(resources).values["retention_in_days"] = 1;
      first(resources, "aws_db_instance").values["backup_retention_period"] = 0;
      first(resources, "aws_ecs_service").values["enable_execute_command"] = true;
      first(resources, "aws_lb").values["drop_invalid_header_fields"] = false;
    });
    expect((await changed()).map((address) => address.split(".")[0]).sort()).toEqual([
      "aws_cloudwatch_log_group",
      "aws_db_instance",
      "aws_ecs_service",
      "aws_lb",
      "aws_lb_target_group",
    ]);
  }, 30_000);

  test("gets back a security-group rule that somebody deleted", async () => {
    account.changeOutside((resources) => {
      const [key = ""] = Object.keys(resources).filter((each) =>
        each.startsWith("aws_vpc_security_group_ingress_rule"),
      );
      delete resources[key];
    });
    expect(await changed()).toEqual([expect.stringMatching(/^aws_vpc_security_group_ingress_rule\./)]);
  }, 30_000);
});
