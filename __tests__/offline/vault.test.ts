import { OfflineAccount } from "../support/offline-account";
import { describeWithTerraform } from "../support/terraform";

const document = (greeting: string) => ({
  resource: {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    vault_kv_secret_v2: {
      orders: {
        mount: "secret",
        name: "delivery/dev/orders",
        data_json: `\${jsonencode({ greeting = "${greeting}", vpc = aws_vpc.main.id })}`,
      },
    },
  },
  terraform: { required_providers: { aws: { source: "aws" }, vault: { source: "vault" } } },
  output: { path: { value: "${vault_kv_secret_v2.orders.path}" } },
});

const aws = [{ region: "eu-west-1", allowed_account_ids: ["111111111111"] }];
const stack = (greeting: string) => ({
  ...document(greeting),
  provider: { aws, vault: [{ address: "https://vault.example.com" }] },
});

describeWithTerraform("Vault offline", () => {
  let account: OfflineAccount;
  beforeAll(async () => {
    account = await OfflineAccount.start();
    account.write("app", stack("hello"));
    await account.apply("app");
  }, 60_000);
  afterAll(() => account.stop());

  const secret = () =>
    Object.values(account.existing("vault-vault.example.com")).find(
      ({ type }) => type === "vault_kv_secret_v2",
    )?.values;

  test("keeps a document, in a file of its own", () => {
    expect(JSON.parse(String(secret()?.["data_json"]))).toEqual({
      greeting: "hello",
      vpc: expect.stringMatching(/^vpc-/),
    });
  });

  test("gives the path that Vault's API has", () => {
    expect(secret()?.["path"]).toBe("secret/data/delivery/dev/orders");
  });

  test("has nothing to change in a second plan", async () => {
    expect(await account.plan("app")).toEqual([]);
  });

  test("changes a document in place", async () => {
    account.write("app", stack("bye"));
    const changes = await account.plan("app");
    account.write("app", stack("hello"));
    expect(changes).toMatchObject([{ address: "vault_kv_secret_v2.orders", actions: ["update"] }]);
  });

  test("sees a document that somebody deleted", async () => {
    const before = structuredClone(account.existing("vault-vault.example.com"));
    account.changeOutside((resources) => {
      for (const key of Object.keys(resources)) delete resources[key];
    }, "vault-vault.example.com");
    const changes = await account.plan("app");
    account.changeOutside((resources) => Object.assign(resources, before), "vault-vault.example.com");
    expect(changes).toMatchObject([{ address: "vault_kv_secret_v2.orders", actions: ["create"] }]);
  });
});
