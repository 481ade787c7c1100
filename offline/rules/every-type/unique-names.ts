import { type Values } from "../../values/value";
import { text } from "../../values/reading";
import { type Change } from "../rule";

/** A name that AWS gives out once. */
export interface UniqueName {
  readonly type: string;
  /** What is unique, together: a service's name within its cluster. */
  readonly attributes: readonly string[];
  readonly scope: "account" | "region";
  readonly ignoresCase?: true;
  /** Where AWS overwrites instead, if the configuration says so. */
  readonly overwrites?: (values: Values) => boolean;
  readonly code: string;
  readonly message: (name: string, change: Change) => string;
}

/**
 * Names that AWS refuses to give out twice. Not here, because AWS changes or answers with what exists instead of refusing: clusters,
 * topics, queues, alarms, event rules, scalable targets and scaling policies, inline policies.
 */
export const uniqueNames: readonly UniqueName[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  iam("aws_iam_role", (name) => `Role with name ${name} already exists.`),
  iam("aws_iam_policy", (name) => `A policy called ${name} already exists. Duplicate names are not allowed.`),
  iam("aws_iam_instance_profile", (name) => `Instance Profile ${name} already exists.`),
  iam("aws_iam_user", (name) => `User with name ${name} already exists.`),
  {
    type: "aws_iam_openid_connect_provider",
    attributes: ["url"],
    scope: "account",
    code: "EntityAlreadyExists",
    message: (url) => `Provider with url ${url} already exists.`,
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
  {
    type: "aws_ecs_service",
    attributes: ["cluster", "name"],
    scope: "region",
    code: "InvalidParameterException",
    message: () => "Creation of service was not idempotent.",
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
  rds("aws_db_instance", "identifier", "DBInstanceAlreadyExists", () => "DB instance already exists"),
  rds(
    "aws_db_subnet_group",
    "name",
    "DBSubnetGroupAlreadyExists",
    (name) => `The DB subnet group '${name}' already exists.`,
  ),
  rds(
    "aws_db_parameter_group",
    "name",
    "DBParameterGroupAlreadyExists",
    (name) => `Parameter group ${name} already exists`,
  ),
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
  regional(
    "aws_ecr_repository",
    "RepositoryAlreadyExistsException",
    (name, { account }) =>
      `The repository with name '${name}' already exists in the registry with id '${account}'`,
  ),
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  regional(
    "aws_secretsmanager_secret",
    "ResourceExistsException",
    (name) => `The operation failed because the secret ${name} already exists.`,
  ),
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
  {
    ...regional(
      "aws_ssm_parameter",
      "ParameterAlreadyExists",
      () =>
        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
    ),
    overwrites: ({ overwrite }) => overwrite === true,
  },
  // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateApplication.html
  regional(
    "aws_codedeploy_app",
    "ApplicationAlreadyExistsException",
    (name) => `Application already exists: ${name}`,
  ),
  {
    type: "aws_codedeploy_deployment_group",
    attributes: ["app_name", "deployment_group_name"],
    scope: "region",
    code: "DeploymentGroupAlreadyExistsException",
    message: (_, { values }) => `Deployment group already exists: ${text(values, "deployment_group_name")}`,
  },
  // https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html
  regional(
    "aws_codebuild_project",
    "ResourceAlreadyExistsException",
    (name, { partition, region, account }) =>
      `Project already exists: arn:${partition}:codebuild:${region}:${account}:project/${name}`,
  ),
  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
  {
    ...regional(
      "aws_lambda_function",
      "ResourceConflictException",
      (name) => `Function already exist: ${name}`,
    ),
    attributes: ["function_name"],
  },
];

type Message = UniqueName["message"];

function iam(type: string, message: Message): UniqueName {
  return {
    type,
    attributes: ["name"],
    scope: "account",
    ignoresCase: true,
    code: "EntityAlreadyExists",
    message,
  };
}

function rds(type: string, attribute: string, code: string, message: Message): UniqueName {
  return { type, attributes: [attribute], scope: "region", ignoresCase: true, code, message };
}

function regional(type: string, code: string, message: Message): UniqueName {
  return { type, attributes: ["name"], scope: "region", code, message };
}
