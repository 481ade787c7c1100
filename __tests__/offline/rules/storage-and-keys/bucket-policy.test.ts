import { bucketPolicy } from "../../../../offline/rules/storage-and-keys/bucket-policy";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const about = (...Resource: readonly string[]) =>
  JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource }] });

function check(policy: Value, bucket: Value = "logs") {
  return codes(bucketPolicy, aChange("aws_s3_bucket_policy", { bucket, policy }));
}

describe("bucket-policy", () => {
  test.each([about("arn:aws:s3:::logs", "arn:aws:s3:::logs/*"), about("arn:aws:s3:::*/x"), about("*")])(
    "lets %s pass",
    (policy) => {
      expect(check(policy)).toEqual([]);
    },
  );

  test.each(["not json", "[]", about("arn:aws:s3:::other/*"), about("logs/*")])("refuses %s", (policy) => {
    expect(check(policy)).toEqual(["MalformedPolicy"]);
  });

  test.each<[Value, Value]>([
    [unknown, "logs"],
    [about("arn:aws:s3:::other"), unknown],
  ])("skips what is not known", (policy, bucket) => {
    expect(check(policy, bucket)).toEqual([]);
  });
});
