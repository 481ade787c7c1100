import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { EncryptionKey, type EncryptionKeyProps } from "../../../constructs/encryption/encryption-key";
import { synthesize } from "../../../testing/synthesize";

function synthesizeKey(props: Partial<EncryptionKeyProps> = {}) {
  return synthesize((stack) => {
    new EncryptionKey(stack, "Key", {
      name: "test-logs",
      description: "Logs",
      account: "123456789012",
      ...props,
    });
  });
}

function statementsOf(props: Partial<EncryptionKeyProps> = {}) {
  return synthesizeKey(props).dataSources(DataAwsIamPolicyDocument)["key_policy_document"]?.["statement"];
}

const administration = {
  sid: "AccountDecidesByPolicy",
  actions: ["kms:*"],
  resources: ["*"],
  principals: [{ type: "AWS", identifiers: ["arn:aws:iam::123456789012:root"] }],
};

describe("EncryptionKey", () => {
  test("rotates", () => {
    expect(synthesizeKey().only(KmsKey)).toMatchObject({ enable_key_rotation: true });
  });

  test("waits a month before it is gone", () => {
    expect(synthesizeKey().only(KmsKey)).toMatchObject({ deletion_window_in_days: 30 });
  });

  test("says what it is for", () => {
    expect(synthesizeKey().only(KmsKey)).toMatchObject({ description: "Logs" });
  });

  test("has an alias", () => {
    expect(synthesizeKey().only(KmsAlias)).toMatchObject({
      name: "alias/test-logs",
      target_key_id: "${aws_kms_key.key.key_id}",
    });
  });

  test("may be destroyed unless told otherwise", () => {
    expect(synthesizeKey().only(KmsKey)).not.toHaveProperty("lifecycle");
  });

  test("cannot be destroyed by a plan when told so", () => {
    expect(synthesizeKey({ preventDestroy: true }).only(KmsKey)).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });
});

describe("The policy of an encryption key", () => {
  test("is the key's own", () => {
    expect(synthesizeKey().only(KmsKey)).toMatchObject({
      policy: "${data.aws_iam_policy_document.key_policy_document.json}",
    });
  });

  test("lets the account decide, and nobody else", () => {
    expect(statementsOf()).toEqual([administration]);
  });

  test("lets CloudWatch Logs encrypt log groups of this account and region only", () => {
    expect(statementsOf({ logsRegion: "eu-west-1" })).toEqual([
      administration,
      {
        sid: "CloudWatchLogs",
        actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        resources: ["*"],
        principals: [{ type: "Service", identifiers: ["logs.eu-west-1.amazonaws.com"] }],
        condition: [
          {
            test: "ArnLike",
            variable: "kms:EncryptionContext:aws:logs:arn",
            values: ["arn:aws:logs:eu-west-1:123456789012:log-group:*"],
          },
        ],
      },
    ]);
  });
});
