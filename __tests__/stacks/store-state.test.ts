import type { StateSettings } from "../../config/environment";
import { AccountStack } from "../../stacks/account-stack";
import { synthesizeApp } from "../../testing/synthesize";

class SomeStack extends AccountStack {}

function backendOf(state: StateSettings): unknown {
  const [synthesis] = synthesizeApp((app) => {
    new SomeStack(app, "network", {
      owner: "dev",
      account: "111111111111",
      region: "eu-west-1",
      state,
      tags: {},
    });
  });
  const configuration: Readonly<Record<string, unknown>> = { ...synthesis?.configuration };
  return (configuration["terraform"] as Readonly<Record<string, unknown>>)["backend"];
}

describe("Local state", () => {
  test("lies beside cdktf.json, the same on every machine", () => {
    expect(backendOf({ kind: "local" })).toEqual({
      local: { path: "../../../terraform.dev-network.tfstate" },
    });
  });
});

describe("State in S3", () => {
  const bucket: StateSettings = { kind: "s3", bucket: "dev-state", region: "eu-central-1" };

  test("has a key for each stack, in the bucket's own region", () => {
    expect(backendOf(bucket)).toMatchObject({
      s3: { bucket: "dev-state", key: "dev-network.tfstate", region: "eu-central-1" },
    });
  });

  test("is locked by a file beside it", () => {
    expect(backendOf(bucket)).toMatchObject({ s3: { use_lockfile: true } });
  });

  test("is read in the environment's account only", () => {
    expect(backendOf(bucket)).toMatchObject({ s3: { allowed_account_ids: ["111111111111"] } });
  });

  test("is encrypted", () => {
    expect(backendOf(bucket)).toMatchObject({ s3: { encrypt: true } });
  });

  test("is encrypted with the key it is given", () => {
    expect(backendOf({ ...bucket, kmsKeyArn: "arn:key" })).toMatchObject({ s3: { kms_key_id: "arn:key" } });
  });

  test("names no key where none is given", () => {
    expect(JSON.stringify(backendOf(bucket))).not.toContain("kms_key_id");
  });
});
