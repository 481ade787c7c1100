import { databaseEffects } from "./database-effects";
import { data, each, type Effects, harmless, traffic } from "./effect";

const settings = harmless("what runs and what is kept does not notice");
const watching = harmless("only what watches changes");
const protection = "afterwards an apply can delete it";

/** What an update in place does, by type and attribute; `*` stands for every other attribute. */
export const changeEffects: Readonly<Record<string, Effects>> = {
  ...databaseEffects,

  aws_appautoscaling_target: {
    max_capacity: traffic("fewer tasks under load", "lowered"),
    min_capacity: traffic("fewer tasks at rest", "lowered"),
  },
  aws_backup_plan: { "*": data("backups are made or kept differently") },
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
  aws_cloudwatch_log_group: {
    retention_in_days: data("older logs are deleted", "shortened"),
    skip_destroy: data("its logs go when the group goes", "lowered"),
    kms_key_id: harmless("new entries are encrypted with the other key; old ones still need the old key"),
  },
  aws_cloudwatch_dashboard: { "*": watching },
  aws_cloudwatch_metric_alarm: { "*": watching },
  aws_dynamodb_table: {
    deletion_protection_enabled: data(protection, "lowered"),
    point_in_time_recovery: data("the table may not be restored to a point in time any more"),
    ttl: data("items expire by another attribute"),
    ...each(["read_capacity", "write_capacity"], traffic("requests are throttled sooner", "lowered")),
  },
  aws_ecr_lifecycle_policy: { "*": data("other images expire") },
  aws_ecr_repository: {
    force_delete: data("an apply can delete it with its images", "raised"),
    ...each(["image_scanning_configuration", "image_tag_mutability"], settings),
  },
  aws_ecs_cluster: { ...each(["setting", "configuration"], settings) },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html: what of it starts a deployment
  aws_ecs_service: {
    desired_count: traffic("fewer tasks", "lowered"),
    health_check_grace_period_seconds: traffic("slow starters are stopped sooner", "lowered"),
    deployment_minimum_healthy_percent: traffic("fewer tasks during a deployment", "lowered"),
    ...each(
      [
        "availability_zone_rebalancing",
        "deployment_circuit_breaker",
        "deployment_configuration",
        "deployment_maximum_percent",
        "enable_ecs_managed_tags",
        "enable_execute_command",
        "propagate_tags",
        "wait_for_steady_state",
      ],
      harmless("running tasks stay; the next deployment takes it"),
    ),
    "*": traffic("a deployment replaces the running tasks"),
  },
  aws_ecs_task_definition: {
    "*": harmless("a new revision; running tasks keep theirs until the next deployment"),
  },
  aws_elasticache_replication_group: {
    snapshot_retention_limit: data("older snapshots are deleted", "lowered"),
  },
  aws_iam_policy: { policy: traffic("what holds the policy may do something else") },
  aws_iam_role: {
    assume_role_policy: traffic("others may take the role"),
    permissions_boundary: traffic("what runs in the role may do less"),
    max_session_duration: settings,
  },
  aws_iam_role_policy: { policy: traffic("what runs in the role may do something else") },
  aws_kinesis_stream: { retention_period: data("older records are deleted", "lowered") },
  // https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
  aws_kms_key: {
    ...each(["enable_key_rotation", "rotation_period_in_days"], harmless("old key material stays usable")),
    is_enabled: data("nothing can be decrypted while it is off", "lowered"),
    deletion_window_in_days: data("less time to take a deletion back", "lowered"),
    policy: traffic("others may use the key"),
  },
  aws_lb: {
    enable_deletion_protection: traffic(protection, "lowered"),
    idle_timeout: traffic("slow requests are cut off sooner", "lowered"),
    ...each(["access_logs", "connection_logs"], watching),
  },
  aws_lb_target_group: {
    deregistration_delay: traffic("slow requests are cut off at a deployment", "lowered"),
    health_check: traffic("targets are taken out by other rules"),
  },
  aws_s3_bucket: { force_destroy: data("an apply can delete it with its objects", "raised") },
  aws_s3_bucket_lifecycle_configuration: { "*": data("other objects expire") },
  aws_s3_bucket_server_side_encryption_configuration: {
    "*": harmless("new objects are encrypted with the other key; old ones still need the old key"),
  },
  aws_s3_bucket_versioning: { "*": data("what is overwritten or deleted may be gone for good") },
  aws_secretsmanager_secret: {
    recovery_window_in_days: data("less time to take a deletion back", "lowered"),
    policy: traffic("others may read it"),
  },
  aws_secretsmanager_secret_version: { "*": traffic("whoever reads it next gets another value") },
  aws_sqs_queue: { message_retention_seconds: data("older messages are deleted", "lowered") },
  aws_ssm_parameter: { "*": traffic("whoever reads it next gets another value") },
  aws_vpc: { "*": traffic("names or addresses inside the VPC resolve differently") },
};

/** Attributes that no type cares about. */
export const idleAttributes: Effects = {
  ...each(["tags", "tags_all"], harmless("only labels")),
  description: harmless("only text"),
};
