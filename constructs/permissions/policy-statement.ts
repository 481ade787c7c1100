import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";

/** A statement of an IAM policy, as the provider's `aws_iam_policy_document` takes it. */
export type PolicyStatement = DataAwsIamPolicyDocumentStatement;
