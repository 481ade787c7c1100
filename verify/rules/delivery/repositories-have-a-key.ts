import { attributeRule, isGiven, isOneOf } from "../attribute-rule";

/** In every environment: one repository, mostly of a tooling account, holds what production runs. */
export const repositoriesHaveAKey = attributeRule({
  id: "repositories-have-a-key",
  title: "Repositories are encrypted with a key of their own",
  severity: "error",
  controls: ["ECR.5", "CKV_AWS_136"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-5",
  why: "Images hold the program and what was built into it; with a key of your own, access to them can be withdrawn and is logged.",
  fix: 'Set `encryption_configuration` with `encryption_type = "KMS"` and `kms_key`; a change replaces the repository.',
  types: ["aws_ecr_repository"],
  attribute: "encryption_configuration.encryption_type",
  must: "must be KMS",
  default: "AES256",
  holds: isOneOf("KMS", "KMS_DSSE"),
  also: [
    { attribute: "encryption_configuration.kms_key", must: "must be a key", holds: isGiven, isName: true },
  ],
});
