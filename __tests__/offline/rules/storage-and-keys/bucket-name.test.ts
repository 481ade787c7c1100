import { bucketName } from "../../../../offline/rules/storage-and-keys/bucket-name";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(bucket: Value) {
  return codes(bucketName, aChange("aws_s3_bucket", { bucket }));
}

describe("bucket-name", () => {
  test.each(["dev-access-logs-111111111111-eu-west-1", "abc", "logs.example.com", "x".repeat(63)])(
    "lets %s pass",
    (name) => {
      expect(check(name)).toEqual([]);
    },
  );

  test.each([
    "ab",
    "x".repeat(64),
    "Logs",
    "dev_logs",
    "-dev",
    "dev-",
    "a..b",
    "10.0.0.1",
    "xn--dev",
    "dev-s3alias",
  ])("refuses %s", (name) => {
    expect(check(name)).toEqual(["InvalidBucketName"]);
  });

  test.each<Value>([unknown, null])("skips a name that is not known", (name) => {
    expect(check(name)).toEqual([]);
  });
});
