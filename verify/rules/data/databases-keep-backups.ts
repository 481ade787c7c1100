import { attributeRule, isAtLeast } from "../attribute-rule";
import { isPrimary } from "./databases";

export const databasesKeepBackups = attributeRule({
  id: "databases-keep-backups",
  title: "Databases keep backups for a week or longer",
  severity: "error",
  controls: ["RDS.11", "RDS.50", "CKV_AWS_133"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11",
  why: "Damage that somebody notices after a weekend cannot be undone when the backups are gone by then.",
  fix: "Set `backup_retention_period` to 7 days or more, 14 in production.",
  types: ["aws_db_instance", "aws_rds_cluster"],
  isAbout: isPrimary,
  attribute: "backup_retention_period",
  must: "must be at least 7",
  holds: isAtLeast(7),
});
