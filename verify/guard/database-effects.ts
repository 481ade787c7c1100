import { data, each, type Effects, harmless, traffic } from "./effect";

/**
 * What RDS does with a change.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html#USER_ModifyInstance.Settings
 */
const common: Effects = {
  backup_retention_period: data("older backups are deleted; none are kept at 0", "lowered"),
  deletion_protection: data("afterwards an apply can delete it", "lowered"),
  skip_final_snapshot: data("a delete leaves no last snapshot", "raised"),
  delete_automated_backups: data("a delete takes the backups with it", "raised"),
  ...each(
    ["engine_version", "instance_class", "port", "ca_cert_identifier", "db_cluster_instance_class"],
    traffic("restarts the database, at once or in its maintenance window"),
  ),
  ...each(
    ["parameter_group_name", "db_cluster_parameter_group_name", "option_group_name"],
    traffic("other settings, some of them with a restart"),
  ),
  ...each(["storage_type", "iops", "storage_throughput"], traffic("slower while the storage is changed")),
  ...each(
    ["allocated_storage", "max_allocated_storage"],
    harmless("storage grows while the database runs, and never shrinks"),
  ),
  multi_az: traffic("without a standby a failure or restart is an outage", "lowered"),
  ...each(
    ["password", "master_password", "manage_master_user_password", "master_user_secret_kms_key_id"],
    traffic("connections with the old password are refused"),
  ),
  ...each(["identifier", "cluster_identifier"], traffic("its host name changes")),
  ...each(
    ["vpc_security_group_ids", "publicly_accessible", "db_subnet_group_name", "network_type"],
    traffic("others can reach it, or nobody can"),
  ),
  ...each(
    [
      "apply_immediately",
      "auto_minor_version_upgrade",
      "backup_window",
      "copy_tags_to_snapshot",
      "enabled_cloudwatch_logs_exports",
      "final_snapshot_identifier",
      "maintenance_window",
      "monitoring_interval",
      "monitoring_role_arn",
      "performance_insights_enabled",
      "performance_insights_kms_key_id",
      "performance_insights_retention_period",
      "preferred_backup_window",
      "preferred_maintenance_window",
    ],
    harmless("the database runs on"),
  ),
};

/** What an update in place of a database does, by attribute. */
export const databaseEffects: Readonly<Record<string, Effects>> = {
  aws_db_instance: common,
  aws_docdb_cluster: common,
  aws_neptune_cluster: common,
  aws_rds_cluster: common,
  aws_rds_cluster_instance: common,
  aws_db_parameter_group: { parameter: traffic("other settings, some of them with a restart") },
  aws_rds_cluster_parameter_group: { parameter: traffic("other settings, some of them with a restart") },
};
