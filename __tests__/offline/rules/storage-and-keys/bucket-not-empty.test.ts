import { bucketNotEmpty } from "../../../../offline/rules/storage-and-keys/bucket-not-empty";
import { type Values } from "../../../../offline/values/value";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

function check(object: Values, more: Values = {}) {
  const cloud = aCloud([
    { type: "aws_s3_bucket", values: { bucket: "logs", ...more } },
    { type: "aws_s3_object", values: object },
  ]);
  return codes(bucketNotEmpty, aDelete(cloud, "aws_s3_bucket"));
}

describe("bucket-not-empty", () => {
  test("lets an empty bucket go", () => {
    expect(check({ bucket: "other" })).toEqual([]);
  });

  test("refuses a bucket with an object", () => {
    expect(check({ bucket: "logs" })).toEqual(["BucketNotEmpty"]);
  });

  test("does not apply when objects are deleted along with it", () => {
    expect(check({ bucket: "logs" }, { force_destroy: true })).toEqual([]);
  });
});
