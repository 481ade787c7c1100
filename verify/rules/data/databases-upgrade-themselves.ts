import { attributeRule, isTrue } from "../attribute-rule";

export const databasesUpgradeThemselves = attributeRule({
  id: "databases-upgrade-themselves",
  title: "Databases take minor versions by themselves",
  severity: "error",
  controls: ["RDS.13", "RDS.35", "CKV_AWS_226"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13",
  why: "Minor versions mend security holes; nobody follows each of them by hand.",
  fix: "Remove `auto_minor_version_upgrade` or set it to true, and write `engine_version` as the major version, so that no plan takes it back.",
  types: ["aws_db_instance", "aws_rds_cluster_instance"],
  attribute: "auto_minor_version_upgrade",
  must: "must be true",
  default: true,
  holds: isTrue,
});
