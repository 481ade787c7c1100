import { text } from "../../values/reading";
import { policyStatements } from "../reading/policy-statements";
import { type Rule } from "../rule";

/** A bucket's policy is the JSON of a policy, about this bucket. */
export const bucketPolicy: Rule = {
  id: "bucket-policy",
  types: ["aws_s3_bucket_policy"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html",
  check({ values, partition }) {
    const [bucket, policy] = [text(values, "bucket"), text(values, "policy")];
    if (policy === undefined) return [];
    const refuse = (message: string, advice: string) => [
      { code: "MalformedPolicy", message, advice, path: ["policy"] },
    ];
    const statements = policyStatements(policy);
    if (!statements) {
      return refuse(
        "Policies must be valid JSON and the first byte must be '{'",
        "Write the policy as a policy document, or with jsonencode.",
      );
    }
    const own = `arn:${partition}:s3:::${bucket}`;
    // Patterns are left to AWS: whether one reaches beyond the bucket is not a matter of text.
    const foreign = statements
      .flatMap(({ resources }) => resources)
      .find((resource) => !/[*?]/.test(resource.split("/")[0] ?? "") && resource.split("/")[0] !== own);
    if (bucket === undefined || foreign === undefined) return [];
    return refuse("Policy has invalid resource", `${foreign} is not in ${bucket}. Name ${own} or ${own}/*.`);
  },
};
