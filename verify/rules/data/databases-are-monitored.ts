import { attributeRule, isAtLeast } from "../attribute-rule";
import { decides } from "./databases";

const attribute = "monitoring_interval";

export const databasesAreMonitored = attributeRule({
  id: "databases-are-monitored",
  title: "Databases of production have enhanced monitoring",
  severity: "error",
  controls: ["RDS.6", "CKV_AWS_118"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-6",
  why: "CloudWatch sees the machine from outside, once a minute; which process takes memory or disk only its agent tells.",
  fix: "Set `monitoring_interval = 60` (seconds) and `monitoring_role_arn`.",
  onlyProduction: true,
  types: ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"],
  isAbout: decides(attribute),
  attribute,
  must: "must be 1 or more seconds",
  default: 0,
  holds: isAtLeast(1),
});
