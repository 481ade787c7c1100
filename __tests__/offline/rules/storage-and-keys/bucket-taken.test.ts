import { bucketTaken } from "../../../../offline/rules/storage-and-keys/bucket-taken";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_s3_bucket", region: "us-east-1", values: { bucket: "ours" } }]);
const theirs = aCloud([{ type: "aws_s3_bucket", values: { bucket: "logs-222222222222" } }]);

function check(bucket: Value) {
  const otherAccount = (account: string) => (account === "222222222222" ? theirs : undefined);
  return codes(bucketTaken, aChange("aws_s3_bucket", { bucket }, { cloud, otherAccount }));
}

describe("bucket-taken", () => {
  test.each(["new", "logs-333333333333"])("lets %s pass", (name) => {
    expect(check(name)).toEqual([]);
  });

  test("refuses a name that the account has, in whichever region", () => {
    expect(check("ours")).toEqual(["BucketAlreadyOwnedByYou"]);
  });

  test("refuses a name that another account has", () => {
    expect(check("logs-222222222222")).toEqual(["BucketAlreadyExists"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
