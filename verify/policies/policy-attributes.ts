/**
 * What a policy document says: what its holder may do, who may take on a role, who may use a resource, or what passes
 * an endpoint.
 */
export type PolicyKind = "identity" | "trust" | "resource" | "endpoint";

export interface PolicyAttribute {
  /** Attribute, with the names of the blocks around it. */
  readonly attribute: string;
  readonly kind: PolicyKind;
}

const policy = (kind: PolicyKind): readonly PolicyAttribute[] => [{ attribute: "policy", kind }];

/** Where resources of the AWS provider hold policy documents. */
export const policyAttributes: Readonly<Record<string, readonly PolicyAttribute[]>> = {
  aws_iam_policy: policy("identity"),
  aws_iam_role_policy: policy("identity"),
  aws_iam_user_policy: policy("identity"),
  aws_iam_group_policy: policy("identity"),
  aws_ssoadmin_permission_set_inline_policy: [{ attribute: "inline_policy", kind: "identity" }],
  aws_iam_role: [
    { attribute: "assume_role_policy", kind: "trust" },
    { attribute: "inline_policy.policy", kind: "identity" },
  ],
  aws_backup_vault_policy: policy("resource"),
  aws_cloudwatch_log_resource_policy: [{ attribute: "policy_document", kind: "resource" }],
  aws_ecr_registry_policy: policy("resource"),
  aws_ecr_repository_policy: policy("resource"),
  aws_efs_file_system_policy: policy("resource"),
  aws_kms_key: policy("resource"),
  aws_kms_external_key: policy("resource"),
  aws_kms_replica_key: policy("resource"),
  aws_kms_key_policy: policy("resource"),
  aws_opensearch_domain: [{ attribute: "access_policies", kind: "resource" }],
  aws_opensearch_domain_policy: [{ attribute: "access_policies", kind: "resource" }],
  aws_s3_bucket: policy("resource"),
  aws_s3_bucket_policy: policy("resource"),
  aws_s3_access_point: policy("resource"),
  aws_secretsmanager_secret: policy("resource"),
  aws_secretsmanager_secret_policy: policy("resource"),
  aws_sns_topic: policy("resource"),
  aws_sns_topic_policy: policy("resource"),
  aws_sqs_queue: policy("resource"),
  aws_sqs_queue_policy: policy("resource"),
  aws_vpc_endpoint: policy("endpoint"),
  aws_vpc_endpoint_policy: policy("endpoint"),
};
