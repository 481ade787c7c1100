import { attachmentRule } from "../attachment-rule";

export const repositoriesHaveALifecycle = attachmentRule({
  id: "repositories-have-a-lifecycle",
  title: "Repositories have a lifecycle",
  severity: "error",
  controls: ["ECR.3"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3",
  why: "Each build leaves an image; without an end they cost more each month, and old holes stay ready to start.",
  fix: "Add `aws_ecr_lifecycle_policy` that keeps what environments run and ends what lost its tags.",
  type: "aws_ecr_repository",
  name: "name",
  attached: "aws_ecr_lifecycle_policy",
  by: "repository",
});
