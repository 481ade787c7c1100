import { items, text } from "../values/reading";
import { type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { templatedBehaviour } from "./templated-behaviour";

const registry = "{account}";

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html */
const repository = templatedBehaviour(
  "aws_ecr_repository",
  {
    arn: "arn:{partition}:ecr:{region}:{account}:repository/{name}",
    id: "{name}",
    registry_id: registry,
    repository_url: "{account}.dkr.ecr.{region}.{dnsSuffix}/{name}",
    encryption_configuration: encryptionKeys,
  },
  // ECR shows both; the provider keeps quiet about them when the configuration leaves them out.
  { computedBlocks: ["encryption_configuration", "image_scanning_configuration"] },
);

/** With `KMS` and no key, images are encrypted with the account's `aws/ecr` key. */
function encryptionKeys(known: Values, aws: AwsContext): readonly Values[] {
  return items(known, "encryption_configuration").map((block) => ({
    kms_key: text(block, "encryption_type")?.startsWith("KMS") ? arn(aws, "kms", "alias/aws/ecr") : "",
  }));
}

const repositoryPolicies = ["aws_ecr_lifecycle_policy", "aws_ecr_repository_policy"].map((type) =>
  templatedBehaviour(type, { id: "{repository}", registry_id: registry }),
);

const registryWide = [
  "aws_ecr_registry_policy",
  "aws_ecr_registry_scanning_configuration",
  "aws_ecr_replication_configuration",
].map((type) => templatedBehaviour(type, { id: registry, registry_id: registry }));

const pullThroughCacheRule = templatedBehaviour("aws_ecr_pull_through_cache_rule", {
  id: "{ecr_repository_prefix}",
  registry_id: registry,
});

const creationTemplate = templatedBehaviour("aws_ecr_repository_creation_template", {
  id: "{prefix}",
  registry_id: registry,
});

const accountSetting = templatedBehaviour("aws_ecr_account_setting", {}, { importId: "{name}" });

export const ecrBehaviours: readonly ResourceBehaviour[] = [
  repository,
  ...repositoryPolicies,
  ...registryWide,
  pullThroughCacheRule,
  creationTemplate,
  accountSetting,
];
