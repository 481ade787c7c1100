import { attributeRule, isFalse } from "../attribute-rule";

export const databasesArePrivate = attributeRule({
  id: "databases-are-private",
  title: "Databases have no public address",
  severity: "error",
  controls: ["RDS.2", "CKV_AWS_17"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2",
  why: "A public address makes the password, or a hole in the engine, enough to read everything from anywhere.",
  fix: "Set `publicly_accessible = false`; people reach it through a service or a tunnel inside the VPC.",
  types: ["aws_db_instance", "aws_rds_cluster_instance"],
  attribute: "publicly_accessible",
  must: "must be false",
  default: false,
  holds: isFalse,
});
