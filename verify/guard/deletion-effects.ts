import { data, type Effect, harmless, traffic } from "./effect";

const watching = harmless("only what watches goes");

/** What it does when one of these goes or is replaced; other types tell it by `stateful-types.ts`. */
export const deletionEffects: Readonly<Record<string, Effect>> = {
  aws_appautoscaling_policy: traffic("the number of tasks no longer follows the load"),
  aws_backup_plan: data("no more backups are made"),
  aws_backup_selection: data("no more backups are made of what it selects"),
  aws_cloudwatch_dashboard: watching,
  aws_cloudwatch_event_rule: traffic("what it starts is no longer started"),
  aws_cloudwatch_log_metric_filter: watching,
  aws_cloudwatch_metric_alarm: watching,
  aws_db_instance_automated_backups_replication: data("the backups in the other region"),
  aws_ecr_lifecycle_policy: harmless("images stay longer"),
  aws_ecs_task_definition: harmless("a new revision; running tasks keep theirs until the next deployment"),
  aws_flow_log: harmless("packets are not logged any more, or elsewhere; requests go on"),
  aws_s3_bucket_lifecycle_configuration: harmless("objects stay longer"),
  aws_s3_bucket_versioning: data("what is overwritten or deleted is gone for good"),
  aws_security_group_rule: traffic("connections that it allows are refused"),
  aws_vpc_security_group_egress_rule: traffic("connections that it allows are refused"),
  aws_vpc_security_group_ingress_rule: traffic("connections that it allows are refused"),
  null_resource: harmless("it stands for nothing in AWS"),
  random_password: traffic("another password"),
  terraform_data: harmless("it stands for nothing in AWS"),
};
