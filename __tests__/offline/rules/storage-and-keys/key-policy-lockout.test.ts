import { keyPolicyLockout } from "../../../../offline/rules/storage-and-keys/key-policy-lockout";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function policy(Principal: unknown, Action: unknown, Effect = "Allow"): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect, Principal, Action, Resource: "*" }] });
}

const root = { AWS: "arn:aws:iam::111111111111:root" };

function check(text: Value, more: Values = {}) {
  return codes(keyPolicyLockout, aChange("aws_kms_key", { policy: text, ...more }));
}

describe("key-policy-lockout", () => {
  test.each([
    policy(root, "kms:*"),
    policy({ AWS: ["111111111111"] }, ["kms:Encrypt", "kms:Put*"]),
    policy("*", "*"),
    policy({ AWS: "arn:aws:iam::111111111111:role/deploy" }, "kms:PutKeyPolicy"),
  ])("lets %s pass", (text) => {
    expect(check(text)).toEqual([]);
  });

  test.each([
    policy(root, ["kms:Encrypt", "kms:Decrypt"]),
    policy({ AWS: "arn:aws:iam::222222222222:root" }, "kms:*"),
    policy({ Service: "logs.eu-west-1.amazonaws.com" }, "kms:*"),
    policy(root, "kms:*", "Deny"),
    "{",
  ])("refuses %s", (text) => {
    expect(check(text)).toEqual(["MalformedPolicyDocumentException"]);
  });

  test("does not apply when the check is switched off", () => {
    expect(check(policy(root, "kms:Encrypt"), { bypass_policy_lockout_safety_check: true })).toEqual([]);
  });

  test.each<Value>([unknown, null])("skips a policy that is not known", (text) => {
    expect(check(text)).toEqual([]);
  });
});
