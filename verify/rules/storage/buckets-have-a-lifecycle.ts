import { type Resource } from "../../estate/resource";
import { blocksOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { attachedTo } from "../attached-to";
import { withoutAttachment } from "../attachment-rule";
import { type Rule, type Verdict } from "../rule";

const type = "aws_s3_bucket_lifecycle_configuration";

export const bucketsHaveALifecycle: Rule = {
  id: "buckets-have-a-lifecycle",
  title: "Buckets have a lifecycle",
  severity: "error",
  controls: ["S3.13", "CKV2_AWS_61"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13",
  why: "Old versions, unfinished uploads and logs pile up unseen, and cost more each month.",
  fix: "Add `aws_s3_bucket_lifecycle_configuration` that ends unfinished uploads, old versions and what is not needed any more.",
  check: (environment) =>
    environment.all("aws_s3_bucket").map((bucket) => {
      const [lifecycle] = attachedTo(bucket, environment.all(type), { by: "bucket", name: "bucket" });
      return lifecycle ? statusOf(lifecycle) : withoutAttachment(bucket, type);
    }),
};

/** One rule in force is enough: the others may be kept for later. */
function statusOf(resource: Resource): Verdict {
  const statuses = blocksOf(resource.values, "rule").map(({ status }) => status);
  if (statuses.includes("Enabled")) return { resource };
  const got = statuses.length === 0 ? "no rule" : statuses.map(showValue).join(", ");
  return { resource, problem: { attribute: "rule.status", must: 'must be "Enabled" for a rule', got } };
}
