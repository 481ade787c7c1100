/** What a name may look like. */
export interface NameForm {
  readonly type: string;
  readonly attribute: string;
  /** @default 1 */
  readonly min?: number;
  readonly max: number;
  readonly pattern: RegExp;
  /** The pattern in words, following "Use". */
  readonly allowed: string;
  readonly code: string;
  /** AWS's words about characters. @default - AWS's general words for a pattern */
  readonly words?: (name: string) => string;
}

const iamCharacters = {
  pattern: /^[\w+=,.@-]*$/,
  allowed: "letters, digits and _+=,.@-",
  code: "ValidationError",
};
const ecsCharacters = {
  pattern: /^[A-Za-z0-9_-]*$/,
  allowed: "letters, digits, hyphens and underscores",
  code: "InvalidParameterException",
};
const ecsNames = { attribute: "name", max: 255, ...ecsCharacters };
const roleName = { max: 64, ...iamCharacters };
const policyName = { max: 128, ...iamCharacters };
/** A prefix leaves room for the 26 characters that the provider appends. */
const suffix = 26;

/**
 * Names that AWS (or the provider, before it asks AWS) refuses.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
 */
export const nameForms: readonly NameForm[] = [
  { type: "aws_iam_role", attribute: "name", ...roleName },
  { type: "aws_iam_role", attribute: "name_prefix", ...roleName, max: 64 - suffix },
  { type: "aws_iam_policy", attribute: "name", ...policyName },
  { type: "aws_iam_policy", attribute: "name_prefix", ...policyName, max: 128 - suffix },
  { type: "aws_iam_role_policy", attribute: "name", ...policyName },
  { type: "aws_iam_role_policy", attribute: "name_prefix", ...policyName, max: 128 - suffix },
  { type: "aws_iam_instance_profile", attribute: "name", ...policyName },
  { type: "aws_iam_user", attribute: "name", ...roleName },
  { type: "aws_ecs_cluster", ...ecsNames },
  { type: "aws_ecs_service", ...ecsNames },
  { type: "aws_ecs_task_definition", ...ecsNames, attribute: "family", code: "ClientException" },
  {
    type: "aws_ecs_capacity_provider",
    attribute: "name",
    max: 255,
    pattern: /^(?!(?:aws|ecs|fargate))[A-Za-z0-9_-]*$/i,
    allowed: "letters, digits, hyphens and underscores, and do not begin with aws, ecs or fargate",
    code: "InvalidParameterException",
  },
  {
    type: "aws_db_instance",
    attribute: "identifier",
    max: 63,
    pattern: /^(?!.*--)[a-z]([a-z0-9-]*[a-z0-9])?$/,
    allowed:
      "lower-case letters, digits and single hyphens, beginning with a letter and not ending with a hyphen",
    code: "InvalidParameterValue",
    words: () =>
      "The parameter DBInstanceIdentifier is not a valid identifier. Identifiers must begin with a letter; must contain only " +
      "ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.",
  },
  {
    type: "aws_db_instance",
    attribute: "final_snapshot_identifier",
    max: 255,
    pattern: /^(?!.*--)[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    allowed: "letters, digits and single hyphens, beginning with a letter and not ending with a hyphen",
    code: "InvalidParameterValue",
    words: (name) =>
      `The parameter FinalDBSnapshotIdentifier is not a valid identifier: ${name}. Identifiers must begin with a letter.`,
  },
  {
    type: "aws_db_subnet_group",
    attribute: "name",
    max: 255,
    pattern: /^(?!default$)[a-z0-9 ._-]*$/,
    allowed: "lower-case letters, digits, periods, underscores, spaces and hyphens, and not the word default",
    code: "InvalidParameterValue",
    words: (name) => `The parameter DBSubnetGroupName is not a valid identifier: ${name}`,
  },
  {
    type: "aws_db_parameter_group",
    attribute: "name",
    max: 255,
    pattern: /^(?!.*--)[a-z]([a-z0-9.-]*[a-z0-9])?$/,
    allowed: "lower-case letters, digits, periods and single hyphens, beginning with a letter",
    code: "InvalidParameterValue",
    words: (name) => `The parameter DBParameterGroupName is not a valid identifier: ${name}`,
  },
  {
    type: "aws_ecr_repository",
    attribute: "name",
    min: 2,
    max: 256,
    pattern: /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/,
    allowed: "lower-case letters and digits, separated by single periods, underscores, hyphens or slashes",
    code: "InvalidParameterException",
    words: (name) =>
      `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression ` +
      `'(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*'': ${name}`,
  },
  {
    type: "aws_ssm_parameter",
    attribute: "name",
    max: 1011,
    // Fifteen levels; what begins with aws or ssm belongs to AWS.
    pattern: /^(?!(?:aws|ssm)|\/(?:aws|ssm)(?:\/|$))(?:[A-Za-z0-9_.-]+|(?:\/[A-Za-z0-9_.-]+){1,15})$/i,
    allowed:
      "letters, digits and _.-, at most fifteen levels divided by slashes, and do not begin with aws or ssm",
    code: "ValidationException",
    words: (name) =>
      /^\/?(aws|ssm)/i.test(name)
        ? `Parameter name: can't be prefixed with "aws" or "ssm" (case-insensitive).`
        : "Parameter name must be a fully qualified name; only a mix of letters, numbers and the characters . - _ / is allowed, in at most 15 levels.",
  },
  {
    type: "aws_secretsmanager_secret",
    attribute: "name",
    max: 512,
    pattern: /^[A-Za-z0-9/_+=.@-]*$/,
    allowed: "letters, digits and /_+=.@-",
    code: "ValidationException",
    words: () =>
      "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
  },
  {
    type: "aws_sns_topic",
    attribute: "name",
    max: 256,
    pattern: /^[A-Za-z0-9_-]+(\.fifo)?$/,
    allowed: "letters, digits, hyphens and underscores",
    code: "InvalidParameter",
    words: () => "Invalid parameter: Topic Name",
  },
  {
    type: "aws_sqs_queue",
    attribute: "name",
    max: 80,
    pattern: /^[A-Za-z0-9_-]+(\.fifo)?$/,
    allowed: "letters, digits, hyphens and underscores",
    code: "InvalidParameterValue",
    words: () => "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
  },
  {
    type: "aws_lambda_function",
    attribute: "function_name",
    max: 140,
    pattern: /^(arn:.*|.*:function:.*|[A-Za-z0-9_-]{1,64})$/,
    allowed: "at most 64 letters, digits, hyphens and underscores",
    code: "ValidationException",
  },
  {
    type: "aws_cloudwatch_metric_alarm",
    attribute: "alarm_name",
    max: 255,
    pattern: /^[^\p{Cc}]*$/u,
    allowed: "at most 255 printable characters",
    code: "ValidationError",
  },
  {
    type: "aws_cloudwatch_event_rule",
    attribute: "name",
    max: 64,
    pattern: /^[.\-_A-Za-z0-9]*$/,
    allowed: "letters, digits and .-_",
    code: "ValidationException",
  },
  {
    type: "aws_codedeploy_app",
    attribute: "name",
    max: 100,
    pattern: /^[^]*$/,
    allowed: "at most 100 characters",
    code: "InvalidApplicationNameException",
  },
  {
    type: "aws_codedeploy_deployment_group",
    attribute: "deployment_group_name",
    max: 100,
    pattern: /^[^]*$/,
    allowed: "at most 100 characters",
    code: "InvalidDeploymentGroupNameException",
  },
  {
    type: "aws_codebuild_project",
    attribute: "name",
    min: 2,
    max: 150,
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    allowed: "letters, digits, hyphens and underscores, beginning with a letter or digit",
    code: "InvalidInputException",
  },
  {
    type: "aws_appautoscaling_policy",
    attribute: "name",
    max: 256,
    pattern: /^[^\p{Cc}]*$/u,
    allowed: "at most 256 printable characters",
    code: "ValidationException",
  },
];
