/** AWS's page on the names of a service, by the beginning of Terraform's type. */
const pages: readonly (readonly [start: string, page: string])[] = [
  ["aws_iam_", "IAM/latest/UserGuide/reference_iam-quotas.html"],
  ["aws_ecs_", "AmazonECS/latest/APIReference/API_CreateService.html"],
  ["aws_db_", "AmazonRDS/latest/APIReference/API_CreateDBInstance.html"],
  ["aws_rds_", "AmazonRDS/latest/APIReference/API_CreateDBInstance.html"],
  ["aws_ecr_", "AmazonECR/latest/APIReference/API_CreateRepository.html"],
  ["aws_secretsmanager_", "secretsmanager/latest/apireference/API_CreateSecret.html"],
  ["aws_ssm_", "systems-manager/latest/APIReference/API_PutParameter.html"],
  ["aws_sns_", "sns/latest/api/API_CreateTopic.html"],
  ["aws_sqs_", "AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"],
  ["aws_codedeploy_", "codedeploy/latest/APIReference/API_CreateApplication.html"],
  ["aws_codebuild_", "codebuild/latest/APIReference/API_CreateProject.html"],
  ["aws_lambda_", "lambda/latest/api/API_CreateFunction.html"],
  ["aws_cloudwatch_event_", "eventbridge/latest/APIReference/API_PutRule.html"],
  ["aws_appautoscaling_", "autoscaling/application/APIReference/API_PutScalingPolicy.html"],
  ["aws_cloudwatch_metric_alarm", "AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"],
];

/** @returns undefined for a service that no table of names speaks of */
export function pageOf(type: string): string | undefined {
  const page = pages.find(([start]) => type.startsWith(start))?.[1];
  return page && `https://docs.aws.amazon.com/${page}`;
}
