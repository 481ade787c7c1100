import type { Environment } from "../../config/environment";
import { readDeliveryTarget } from "../../contract/parse-delivery-target";
import { OfflineAccount } from "../support/offline-account";
import { aBackend, anEnvironment } from "../support/an-environment";
import { writeEnvironment } from "../support/offline-estate";
import { describeWithTerraform } from "../support/terraform";

const environment: Environment = anEnvironment({
  databases: {},
  vault: { address: "https://vault.example.com:8200", mount: "secret", path: "delivery" },
  services: {
    api: aBackend("api", {
      deployedBy: [{ from: "gitlab", host: "gitlab.com", project: "shop/api", ref: { branch: "main" } }],
    }),
  },
});

describeWithTerraform("The hand-off, applied", () => {
  let account: OfflineAccount;
  let stacks: readonly string[];
  beforeAll(async () => {
    account = await OfflineAccount.start();
    stacks = writeEnvironment(account, environment);
    for (const stack of stacks) await account.apply(stack);
  }, 60_000);
  afterAll(() => account.stop());

  function existing(type: string, owner = environment.account) {
    return Object.values(account.existing(owner)).filter((resource) => resource.type === type);
  }

  test("makes the account's provider first", () => {
    expect(stacks[0]).toBe("test-account");
    expect(existing("aws_iam_openid_connect_provider")).toHaveLength(1);
  });

  test("leaves a parameter that the deploy command reads", () => {
    const [parameter] = existing("aws_ssm_parameter");
    const target = readDeliveryTarget(JSON.parse(String(parameter?.values["insecure_value"])), "test");
    expect(target.templateArn).toMatch(/^arn:aws:ecs:eu-west-1:123456789012:task-definition\/test-api:\d+$/);
  });

  test("leaves the same document in Vault", () => {
    const [secret] = existing("vault_kv_secret_v2", "vault-vault.example.com-8200");
    const [parameter] = existing("aws_ssm_parameter");
    expect(secret?.values["data_json"]).toBe(parameter?.values["insecure_value"]);
  });

  test("is not planned again", async () => {
    expect(await account.plan("test-services")).toEqual([]);
  }, 30_000);
});
