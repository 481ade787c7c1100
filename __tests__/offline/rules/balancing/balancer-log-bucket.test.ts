import { balancerLogBucket } from "../../../../offline/rules/balancing/balancer-log-bucket";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_s3_bucket", values: { bucket: "open" } },
  { type: "aws_s3_bucket_policy", values: { bucket: "open" } },
  { type: "aws_s3_bucket", values: { bucket: "closed" } },
]);

function check(bucket: Value, enabled = true) {
  return codes(balancerLogBucket, aChange("aws_lb", { access_logs: [{ bucket, enabled }] }, { cloud }));
}

describe("balancer-log-bucket", () => {
  test("lets a bucket with a policy pass", () => {
    expect(check("open")).toEqual([]);
  });

  test("lets logs pass that are switched off", () => {
    expect(check("closed", false)).toEqual([]);
  });

  test("refuses a bucket without policy", () => {
    expect(check("closed")).toEqual(["InvalidConfigurationRequest"]);
  });

  test.each<Value>([unknown, "of-another-account"])("skips a bucket that is not known", (bucket) => {
    expect(check(bucket)).toEqual([]);
  });
});
