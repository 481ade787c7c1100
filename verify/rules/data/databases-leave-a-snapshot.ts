import { attributeRule, isFalse } from "../attribute-rule";
import { isPrimary } from "./databases";

/** Of a replica RDS takes no final snapshot. */
export const databasesLeaveASnapshot = attributeRule({
  id: "databases-leave-a-snapshot",
  title: "Databases leave a snapshot when they are deleted",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  why: "With the database its automated backups may go, too; the final snapshot is then the only copy.",
  fix: "Set `skip_final_snapshot = false` and `final_snapshot_identifier`.",
  types: ["aws_db_instance", "aws_rds_cluster"],
  isAbout: isPrimary,
  attribute: "skip_final_snapshot",
  must: "must be false",
  default: false,
  holds: isFalse,
});
