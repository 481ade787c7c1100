import { type Plain } from "../../values/plain-values";
import { attachmentRule } from "../attachment-rule";

/** A password that RDS manages is no `aws_secretsmanager_secret`: RDS rotates it. */
export const secretsRotate = attachmentRule({
  id: "secrets-rotate",
  title: "Secrets rotate",
  severity: "error",
  controls: ["SecretsManager.1", "SecretsManager.4", "CKV2_AWS_57"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-1",
  why: "A secret that never changes stays useful to whoever once saw it: a former colleague, an old backup.",
  fix: "Add `aws_secretsmanager_secret_rotation`, or let AWS manage it. Give a waiver to what its issuer alone can change.",
  type: "aws_secretsmanager_secret",
  name: "name",
  attached: "aws_secretsmanager_secret_rotation",
  by: "secret_id",
  demands: [
    {
      attribute: "rotation_rules.automatically_after_days",
      must: "must be at most 365",
      // `schedule_expression` in its place is at least every 999 days, and says when.
      default: 365,
      holds: (days: Plain) => Number(days) >= 1 && Number(days) <= 365,
    },
  ],
});
