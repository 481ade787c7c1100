import { attachedTo } from "../../../verify/rules/attached-to";
import { environmentWith, resourceAt, type Bodies } from "../../support/verified";

/** Whether a policy belongs to a bucket, as two resources of one stack. */
function isAttached(bucket: unknown, policy: unknown, others: Bodies = {}): boolean {
  const environment = environmentWith({
    ...others,
    "aws_s3_bucket.data": { bucket },
    "aws_s3_bucket_policy.data": { bucket: policy },
  });
  const owner = resourceAt(environment, "aws_s3_bucket.data");
  const candidates = environment.all("aws_s3_bucket_policy");
  return attachedTo(owner, candidates, { by: "bucket", name: "bucket" }).length > 0;
}

describe("What is attached to a resource", () => {
  test.each([
    ["refers to its id", "data", "${aws_s3_bucket.data.id}"],
    ["refers to another of its attributes", "data", "${aws_s3_bucket.data.bucket}"],
    ["is made from its id", "${var.name}", '${try(aws_s3_bucket.data.id, "none")}'],
    ["calls it by its name", "data", "data"],
    ["calls it by the same expression", "${var.name}", "${var.name}"],
  ])("%s", (_, bucket, policy) => {
    expect(isAttached(bucket, policy)).toBe(true);
  });

  test.each([
    ["has another name", "data", "other"],
    ["has another expression", "${var.name}", "${var.other}"],
    ["has no name, as the resource has none", undefined, undefined],
    ["refers to another resource", "data", "${aws_s3_bucket.other.id}"],
  ])("is nothing that %s", (_, bucket, policy) => {
    expect(isAttached(bucket, policy, { "aws_s3_bucket.other": { bucket: "other" } })).toBe(false);
  });
});
