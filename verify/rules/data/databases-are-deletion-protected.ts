import { attributeRule, isTrue } from "../attribute-rule";

export const databasesAreDeletionProtected = attributeRule({
  id: "databases-are-deletion-protected",
  title: "AWS refuses to delete databases of production",
  severity: "error",
  controls: ["RDS.7", "RDS.8", "CKV_AWS_139", "CKV_AWS_293"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8",
  why: "One apply, or one click, deletes the database; Terraform's own `prevent_destroy` stops neither the console nor a removed block.",
  fix: "Set `deletion_protection = true`.",
  onlyProduction: true,
  types: ["aws_db_instance", "aws_rds_cluster"],
  attribute: "deletion_protection",
  must: "must be true",
  default: false,
  holds: isTrue,
});
