import { attributeRule, isTrue } from "../attribute-rule";

export const databasesAreEncrypted = attributeRule({
  id: "databases-are-encrypted",
  title: "Databases are encrypted",
  severity: "error",
  controls: ["RDS.3", "RDS.27", "CKV_AWS_16", "CKV_AWS_96"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3",
  why: "Storage, backups and snapshots are readable without a key; AWS cannot encrypt a database afterwards, only a copy of it.",
  fix: "Set `storage_encrypted = true` and `kms_key_id` before the database is created; later a restored snapshot is needed.",
  types: ["aws_db_instance", "aws_rds_cluster"],
  attribute: "storage_encrypted",
  must: "must be true",
  default: false,
  holds: isTrue,
});
