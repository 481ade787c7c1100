import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OfflineAccount } from "../support/offline-account";
import { describeWithTerraform } from "../support/terraform";

const name = (resource: string) => `\${${resource}}`;
const input = (value: unknown) => ({ input: value });
const noChanges: readonly unknown[] = [];

describeWithTerraform("Terraform with the offline provider", () => {
  let account: OfflineAccount;
  beforeEach(async () => {
    account = await OfflineAccount.start({ account: "123456789012" });
  }, 30_000);
  afterEach(() => account.stop());

  const apply = async (configuration: Readonly<Record<string, unknown>>) => {
    account.write("app", configuration);
    await account.apply("app");
  };
  const plan = (configuration: Readonly<Record<string, unknown>>) => {
    account.write("app", configuration);
    return account.plan("app");
  };
  const queue = (values: object) => ({
    resource: { aws_sqs_queue: { orders: { name: "orders", ...values } } },
  });

  test.each([
    ["{}", {}, {}],
    ["null", {}, { tags: null }],
    ["nothing", { tags: {} }, {}],
  ])("plans no change when empty tags become %s", async (_, before, after) => {
    await apply(queue(before));
    expect(await plan(queue(after))).toEqual(noChanges);
  });

  test("plans no change of a policy that is only written in another way", async () => {
    const role = (policy: string) => ({
      resource: { aws_iam_role: { deploy: { name: "deploy", assume_role_policy: policy } } },
    });
    const statement = {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: "ecs.amazonaws.com" },
    };
    const document = { Version: "2012-10-17", Statement: [statement] };
    await apply(role(JSON.stringify(document)));
    expect(await plan(role(JSON.stringify(document, undefined, 2)))).toEqual(noChanges);
  });

  test("plans no change of parts of a set that AWS completed", async () => {
    const ports = { instance_name: "one", port_info: [{ protocol: "tcp", from_port: 80, to_port: 80 }] };
    const configuration = { resource: { aws_lightsail_instance_public_ports: { one: ports } } };
    await apply(configuration);
    expect(await plan(configuration)).toEqual(noChanges);
  });

  test("takes the region of a resource from another one", async () => {
    const region = name("terraform_data.region.output");
    await apply({
      resource: {
        terraform_data: { region: input("eu-central-1") },
        aws_sqs_queue: { orders: { name: "orders", region } },
      },
    });
    expect(account.only("aws_sqs_queue").region).toBe("eu-central-1");
  });

  test("takes the provider's region and default tags from resources", async () => {
    const tags = name("terraform_data.tags.output");
    const provider = { region: name("terraform_data.region.output"), default_tags: [{ tags }] };
    await apply({
      provider: { aws: [provider] },
      resource: {
        terraform_data: { region: input("us-east-1"), tags: input({ Team: "shop" }) },
        aws_sqs_queue: { orders: { name: "orders" } },
      },
    });
    const { region, values } = account.only("aws_sqs_queue");
    expect([region, values["tags_all"]]).toEqual(["us-east-1", { Team: "shop" }]);
  });

  test("takes blocks that are not known before apply", async () => {
    const attribute = {
      for_each: name("terraform_data.keys.output"),
      content: { name: "${attribute.value}", type: "S" },
    };
    await apply({
      resource: {
        terraform_data: { keys: input(["id", "date"]) },
        aws_dynamodb_table: {
          orders: {
            name: "orders",
            hash_key: "id",
            range_key: "date",
            billing_mode: "PAY_PER_REQUEST",
            dynamic: { attribute },
          },
        },
      },
    });
    expect(account.only("aws_dynamodb_table").values["attribute"]).toHaveLength(2);
  });

  test("refuses to change what somebody deleted after the plan", async () => {
    await apply(queue({}));
    await plan(queue({ delay_seconds: 5 }));
    account.replaceOutside({});
    const run = await account.terraform("app", "apply", "-no-color", "plan");
    expect(run.stderr).toContain("updating aws_sqs_queue: it does not exist any more");
  });

  test("writes the configuration of what it imports", async () => {
    await apply(queue({}));
    const { id } = account.only("aws_sqs_queue").values;
    account.write("other", { import: [{ to: "aws_sqs_queue.orders", id: String(id) }] });
    const run = await account.terraform("other", "plan", "-no-color", "-generate-config-out=orders.tf");
    expect(run.stdout).toContain("1 to import, 0 to add, 0 to change, 0 to destroy");
  });

  test("runs `terraform test`", async () => {
    account.write("app", { ...queue({}), output: { arn: { value: name("aws_sqs_queue.orders.arn") } } });
    const assertion =
      'assert {\n condition = output.arn == "arn:aws:sqs:eu-west-1:123456789012:orders"\n error_message = "no"\n }';
    writeFileSync(join(account.folder, "app", "orders.tftest.hcl"), `run "makes" {\n ${assertion}\n}\n`);
    const run = await account.terraform("app", "test", "-no-color");
    expect(run.stdout).toContain("1 passed, 0 failed");
    expect(account.existing()).toEqual({});
  });

  test.each([
    ["is no JSON", "{", /must be JSON.*Mend it, or delete it/],
    [
      "holds what is no resource",
      '{"version":1,"account":"123456789012","resources":{"a":5}}',
      /must have a type, a region and values at a/,
    ],
  ])("says what to do when the account's file %s", async (_, text, message) => {
    await apply(queue({}));
    writeFileSync(join(account.folder, "cloud", "123456789012.json"), text);
    const [diagnostic] = await account.diagnostics("app", "plan");
    expect(diagnostic?.summary).toBe("The offline account's file cannot be used");
    expect(diagnostic?.detail).toMatch(message);
  });

  test("names what was written by hand and is no attribute", async () => {
    await apply(queue({}));
    account.changeOnly("aws_sqs_queue", (values) => (values["dealy_seconds"] = 5));
    const [diagnostic] = await account.diagnostics("app", "plan");
    expect(diagnostic?.summary).toContain("reading aws_sqs_queue");
    expect(diagnostic?.detail).toContain("dealy_seconds is not in the schema");
  });

  test("makes nothing that it cannot write down", async () => {
    await apply(queue({}));
    const cloud = join(account.folder, "cloud");
    rmSync(cloud, { recursive: true });
    writeFileSync(cloud, "");
    await account.diagnostics("app", "apply");
    rmSync(cloud);
    mkdirSync(cloud);
    expect(readdirSync(cloud)).toEqual([]);
    expect(await account.plan("app")).toMatchObject([{ actions: ["create"] }]);
  });
});
