import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const ecrReplacements: readonly ReplacementRow[] = rowsOf("AmazonECR/latest", {
  aws_ecr_repository: ["CreateRepository", "name", "encryption_configuration"],
  // The provider replaces a lifecycle policy whenever its text changes.
  aws_ecr_lifecycle_policy: ["PutLifecyclePolicy", "repository", "policy"],
  aws_ecr_repository_policy: ["SetRepositoryPolicy", "repository"],
  aws_ecr_pull_through_cache_rule: [
    "UpdatePullThroughCacheRule",
    "ecr_repository_prefix",
    "upstream_registry_url",
    "upstream_repository_prefix",
  ],
  aws_ecr_repository_creation_template: ["UpdateRepositoryCreationTemplate", "prefix"],
  aws_ecr_account_setting: ["PutAccountSetting", "name"],
});
