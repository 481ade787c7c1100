import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { KvSecretV2 } from "@cdktf/provider-vault/lib/kv-secret-v2";
import { VaultProvider } from "@cdktf/provider-vault/lib/provider";
import { DeliveryTarget } from "../../../constructs/delivery/delivery-target";
import { VaultDeliveryTarget } from "../../../constructs/delivery/vault-delivery-target";
import { readDeliveryTarget } from "../../../contract/parse-delivery-target";
import { synthesize } from "../../../testing/synthesize";
import { aCodeDeployTarget } from "../../support/a-delivery-target";

const document = aCodeDeployTarget({ promotedFrom: "sit" });

const synthesis = synthesize((stack) => {
  new VaultProvider(stack, "Vault", { address: "https://vault.example.com" });
  const target = new DeliveryTarget(stack, "Target", { document });
  new VaultDeliveryTarget(stack, "Copy", { target, mount: "secret", path: "delivery/dev/orders" });
});

describe("DeliveryTarget", () => {
  test("is where the contract says", () => {
    expect(synthesis.only(SsmParameter)).toMatchObject({ name: "/delivery/dev/orders", type: "String" });
  });

  test("shows its value in plans: it holds no secret", () => {
    expect(synthesis.only(SsmParameter)).toMatchObject({
      insecure_value: "${jsonencode(local.target_document)}",
    });
  });

  test("reads line by line, and as the contract's own parser reads it", () => {
    expect(readDeliveryTarget(synthesis.local("target_document"), "test")).toEqual(document);
  });
});

describe("VaultDeliveryTarget", () => {
  test("has the same document in Vault", () => {
    expect(synthesis.only(KvSecretV2)).toMatchObject({
      mount: "secret",
      name: "delivery/dev/orders",
      data_json: synthesis.only(SsmParameter)["insecure_value"],
    });
  });
});
