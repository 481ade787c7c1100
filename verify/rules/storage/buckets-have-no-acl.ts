import { isUnset } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";

const must = "must have no ACL";

export const bucketsHaveNoAcl: Rule = {
  id: "buckets-have-no-acl",
  title: "No ACL says who may use a bucket",
  severity: "error",
  controls: ["S3.12", "CKV_AWS_20", "CKV_AWS_57"],
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  why: "An ACL opens a bucket beside its policy, where nobody looks; S3 refuses it as soon as the bucket owns its objects.",
  fix: "Remove `aws_s3_bucket_acl` and `acl`; say in the bucket's policy who may do what.",
  check: (environment) => [
    ...environment.all("aws_s3_bucket").map((resource): Verdict => {
      const { acl } = resource.values;
      return isUnset(acl)
        ? { resource }
        : { resource, problem: { attribute: "acl", must, got: showValue(acl) } };
    }),
    ...environment.all("aws_s3_bucket_acl").map((resource): Verdict => {
      const { acl } = resource.values;
      return { resource, problem: { must, got: isUnset(acl) ? "grants" : showValue(acl) } };
    }),
  ],
};
