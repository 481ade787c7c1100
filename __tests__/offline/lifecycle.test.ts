import { OfflineAccount } from "../support/offline-account";
import { describeWithTerraform } from "../support/terraform";

const vpc = { cidr_block: "10.0.0.0/16", tags: { Name: "main" } };
const subnet = { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.0.0/24", availability_zone: "eu-west-1a" };
const resource = { aws_vpc: { main: vpc }, aws_subnet: { a: subnet } };

describeWithTerraform("A resource", () => {
  let account: OfflineAccount;
  beforeEach(async () => {
    account = await OfflineAccount.start();
    account.write("app", { resource });
    await account.apply("app");
  }, 30_000);
  afterEach(() => account.stop());

  test("has ids and ARNs of its account and region", () => {
    expect(account.only("aws_subnet").values).toMatchObject({
      id: expect.stringMatching(/^subnet-[0-9a-f]{17}$/),
      arn: expect.stringMatching(/^arn:aws:ec2:eu-west-1:111111111111:subnet\/subnet-/),
      vpc_id: account.only("aws_vpc").values["id"],
    });
  });

  test("comes back as it was configured when somebody changes it by hand", async () => {
    account.changeOnly("aws_vpc", (values) => (values["enable_dns_support"] = false));
    account.write("app", {
      resource: { ...resource, aws_vpc: { main: { ...vpc, enable_dns_support: true } } },
    });
    expect(await account.plan("app")).toMatchObject([
      {
        address: "aws_vpc.main",
        actions: ["update"],
        before: { enable_dns_support: false },
        after: { enable_dns_support: true },
      },
    ]);
  });

  test("is planned again when somebody deletes it", async () => {
    account.changeOutside((resources) => {
      for (const [key, { type }] of Object.entries(resources))
        if (type === "aws_subnet") delete resources[key];
    });
    expect(await account.plan("app")).toMatchObject([{ address: "aws_subnet.a", actions: ["create"] }]);
  });

  test("is planned again when somebody makes it something else in the account's file", async () => {
    account.changeOutside((resources) => {
      for (const [key, found] of Object.entries(resources)) {
        if (found.type === "aws_subnet") resources[key] = { ...found, type: "aws_sub" };
      }
    });
    expect(await account.plan("app")).toMatchObject([{ address: "aws_subnet.a", actions: ["create"] }]);
  });

  test("is replaced when AWS cannot change it in place, and Terraform says why", async () => {
    account.write("app", {
      resource: { ...resource, aws_subnet: { a: { ...subnet, cidr_block: "10.0.1.0/24" } } },
    });
    expect(await account.plan("app")).toMatchObject([
      { address: "aws_subnet.a", actions: ["delete", "create"], replacePaths: [["cidr_block"]] },
    ]);
  });

  test("is replaced when it moves to another region", async () => {
    const moved = { ...subnet, region: "eu-central-1", availability_zone: "eu-central-1a" };
    account.write("app", { resource: { ...resource, aws_subnet: { a: moved } } });
    const [change] = await account.plan("app");
    expect(change?.replacePaths).toContainEqual(["region"]);
  });

  test("keeps what it is when its address changes by a moved block", async () => {
    account.write("app", {
      resource: { ...resource, aws_subnet: { renamed: subnet } },
      moved: [{ from: "aws_subnet.a", to: "aws_subnet.renamed" }],
    });
    expect(await account.plan("app")).toEqual([]);
    expect((await account.apply("app")).stdout).toContain("0 added, 0 changed, 0 destroyed");
  });

  test("can be imported", async () => {
    const { id } = account.only("aws_vpc").values;
    account.write("other", {
      resource: { aws_vpc: { main: vpc } },
      import: [{ to: "aws_vpc.main", id: String(id) }],
    });
    expect((await account.apply("other")).stdout).toContain("1 imported, 0 added, 0 changed, 0 destroyed");
    expect(await account.plan("other")).toEqual([]);
  });

  test("cannot be imported when it does not exist", async () => {
    account.write("other", {
      resource: { aws_vpc: { main: vpc } },
      import: [{ to: "aws_vpc.main", id: "vpc-0123456789abcdef0" }],
    });
    await expect(account.plan("other")).rejects.toThrow(/cannot import non-existent remote object/);
  });

  test("has the default tags besides its own", async () => {
    const tagged = {
      region: "eu-west-1",
      allowed_account_ids: ["111111111111"],
      default_tags: [{ tags: { Team: "shop" } }],
    };
    account.write("app", { provider: { aws: [tagged] }, resource });
    const changes = await account.plan("app");
    expect(changes.map(({ address, after }) => [address, after?.["tags_all"]])).toEqual([
      ["aws_subnet.a", { Team: "shop" }],
      ["aws_vpc.main", { Name: "main", Team: "shop" }],
    ]);
  });

  test("lives in the region of its provider", async () => {
    const allowed = { allowed_account_ids: ["111111111111"] };
    const providers = [
      { region: "eu-west-1", ...allowed },
      { alias: "virginia", region: "us-east-1", ...allowed },
    ];
    const topics = { here: { name: "orders" }, there: { name: "orders", provider: "aws.virginia" } };
    account.write("topics", { provider: { aws: providers }, resource: { aws_sns_topic: topics } });
    await account.apply("topics");
    const arns = Object.values(account.existing()).flatMap(({ type, values }) =>
      type === "aws_sns_topic" ? [values["arn"]] : [],
    );
    expect(arns.sort()).toEqual([
      "arn:aws:sns:eu-west-1:111111111111:orders",
      "arn:aws:sns:us-east-1:111111111111:orders",
    ]);
  });

  test("cannot set what only AWS decides", async () => {
    account.write("app", { resource: { aws_vpc: { main: { ...vpc, arn: "x" } } } });
    const run = await account.terraform("app", "validate", "-no-color");
    expect(run).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Value for unconfigurable attribute"),
    });
  });
});
