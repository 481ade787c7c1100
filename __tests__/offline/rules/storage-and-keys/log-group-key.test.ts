import { logGroupKey } from "../../../../offline/rules/storage-and-keys/log-group-key";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const policy = (Principal: unknown, Action: unknown) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal, Action, Resource: "*" }] });
const root = policy({ AWS: "arn:aws:iam::111111111111:root" }, "kms:*");
const logs = (region: string) =>
  policy({ Service: `logs.${region}.amazonaws.com` }, ["kms:Encrypt*", "kms:GenerateDataKey*"]);
const cloud = aCloud([
  { type: "aws_kms_key", values: { id: "1", arn: "arn:logs", policy: logs("eu-west-1") } },
  { type: "aws_kms_key", values: { id: "2", arn: "arn:root", policy: root } },
  { type: "aws_kms_key", values: { id: "3", arn: "arn:far", policy: logs("us-east-1") } },
  { type: "aws_kms_key", values: { id: "4", arn: "arn:default", policy: "" } },
  { type: "aws_kms_key", values: { id: "5", arn: "arn:separate", policy: root } },
  { type: "aws_kms_key_policy", values: { key_id: "5", policy: logs("eu-west-1") } },
]);

function check(kms_key_id: Value) {
  return codes(logGroupKey, aChange("aws_cloudwatch_log_group", { name: "/x", kms_key_id }, { cloud }));
}

describe("log-group-key", () => {
  test.each(["arn:logs", "arn:separate"])("lets %s pass", (arn) => {
    expect(check(arn)).toEqual([]);
  });

  test.each(["arn:root", "arn:far", "arn:default"])("refuses %s", (arn) => {
    expect(check(arn)).toEqual(["AccessDeniedException"]);
  });

  test.each<Value>([unknown, null, "arn:elsewhere"])("skips a key that is not known", (arn) => {
    expect(check(arn)).toEqual([]);
  });
});
