import { attributeRule, isTrue } from "../attribute-rule";

export const databaseSnapshotsCarryTags = attributeRule({
  id: "database-snapshots-carry-tags",
  title: "Snapshots carry the tags of their database",
  severity: "error",
  controls: ["RDS.16", "RDS.17", "CKV_AWS_313", "CKV2_AWS_60"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-17",
  why: "Policies and bills that go by tags do not see a snapshot without them, although it holds the same data.",
  fix: "Set `copy_tags_to_snapshot = true`.",
  types: ["aws_db_instance", "aws_rds_cluster"],
  attribute: "copy_tags_to_snapshot",
  must: "must be true",
  default: false,
  holds: isTrue,
});
