import type { Construct } from "constructs";
import { parsePrivateImage } from "../../limits/private-images";
import { executionRoleName, repositoryArn, taskRoleName } from "../../limits/resource-names";
import { ServiceRole, type PolicyStatement } from "../permissions/service-role";
import { literalText } from "../text/literal-text";
import type { ExecSessions } from "./cluster";
import type { ServiceIdentity } from "./service-identity";

/** A secret or parameter that becomes a container variable. */
export interface ServiceSecret {
  /** As ECS takes it: ARN of a parameter or secret, with JSON key when only a part is wanted. */
  readonly valueFrom: string;
  /** ARN to grant; differs from `valueFrom` when that names a JSON key, or a parameter without its ARN. */
  readonly resourceArn: string;
  /**
   * Customer-managed KMS key the secret is encrypted with.
   *
   * @default - a key of AWS, which needs no grant
   */
  readonly encryptionKeyArn?: string;
}

const taskPrincipal = "ecs-tasks.amazonaws.com";

/** What the execution role of a service must reach. */
export interface ExecutionNeeds {
  readonly images: readonly string[];
  readonly logGroupArn: string;
  readonly secrets: readonly ServiceSecret[];
}

/**
 * Creates the role ECS itself uses to start tasks: pulls this service's images, writes this service's logs, reads this
 * service's secrets, and nothing else.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function createExecutionRole(
  scope: Construct,
  { environment, name, account, region }: ServiceIdentity,
  needs: ExecutionNeeds,
): ServiceRole {
  return new ServiceRole(scope, "ExecutionRole", {
    name: executionRoleName(environment, name),
    description: `ECS starts the tasks of ${name}`,
    servicePrincipal: taskPrincipal,
    account,
    statements: [
      ...pullImages(needs.images),
      {
        sid: "WriteLogs",
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [`${needs.logGroupArn}:*`],
      },
      ...readSecrets(needs.secrets, region),
    ],
  });
}

/**
 * Creates the role the application itself has; empty but for exec sessions, so that each permission is added with its
 * reason.
 */
export function createTaskRole(
  scope: Construct,
  { environment, name, account }: ServiceIdentity,
  exec: ExecSessions | undefined,
): ServiceRole {
  return new ServiceRole(scope, "TaskRole", {
    name: taskRoleName(environment, name),
    description: `What the application ${name} may do`,
    servicePrincipal: taskPrincipal,
    account,
    statements: exec ? allowExec(exec) : [],
  });
}

/** Logging in to ECR cannot be limited to a repository. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html */
function pullImages(images: readonly string[]): PolicyStatement[] {
  const repositories = unique(images.flatMap(repositoriesOf).map(literalText)).sort();
  if (repositories.length === 0) return [];
  return [
    { sid: "LogInToRegistry", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "PullImages",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      resources: repositories,
    },
  ];
}

/** None for images that are not in a private ECR. */
function repositoriesOf(image: string): string[] {
  const parsed = parsePrivateImage(image);
  return parsed ? [repositoryArn(parsed, parsed.repository)] : [];
}

/** Keys serve to read secrets only: the same key may encrypt a database. */
function readSecrets(secrets: readonly ServiceSecret[], region: string): PolicyStatement[] {
  const arns = unique(secrets.map((secret) => secret.resourceArn));
  const parameters = arns.filter((arn) => arn.startsWith("arn:aws:ssm:"));
  const managed = arns.filter((arn) => !arn.startsWith("arn:aws:ssm:"));
  const keys = unique(secrets.flatMap((secret) => secret.encryptionKeyArn ?? []));
  return [
    { sid: "ReadParameters", actions: ["ssm:GetParameters"], resources: parameters },
    { sid: "ReadSecrets", actions: ["secretsmanager:GetSecretValue"], resources: managed },
    {
      sid: "DecryptSecrets",
      actions: ["kms:Decrypt"],
      resources: keys,
      condition: [
        {
          test: "StringEquals",
          variable: "kms:ViaService",
          values: [`secretsmanager.${region}.amazonaws.com`, `ssm.${region}.amazonaws.com`],
        },
      ],
    },
  ].filter((statement) => statement.resources.length > 0);
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
function allowExec({ logGroupArn, encryptionKeyArn }: ExecSessions): PolicyStatement[] {
  return [
    {
      sid: "ExecSessions",
      actions: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
    },
    { sid: "FindExecLogs", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    {
      sid: "WriteExecLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [`${logGroupArn}:*`],
    },
    { sid: "DecryptExecSessions", actions: ["kms:Decrypt"], resources: [encryptionKeyArn] },
  ];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
