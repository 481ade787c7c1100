import { type StackDraft, type Victim } from "./draft";
import { add, type Mutation, refer, set, where } from "./mutation";

const task = ["aws_ecs_task_definition"];
const containers = (services: StackDraft) => services.containers;
const roles = "task and execution roles differ, least privilege, no `*`" as const;
const buckets = "buckets: private, encrypted, TLS only, versioned, lifecycle, logged" as const;
const policy = ["aws_iam_role_policy", "data.aws_iam_policy_document"];
const documents = (pattern: RegExp) => (draft: StackDraft) =>
  draft.data("aws_iam_policy_document").filter(({ name }) => pattern.test(name));
const policies = documents(/role_policy_document$/);
const bucketPolicy = documents(/^access_logs_policy_document$/);
const providers = (draft: StackDraft) => draft.providers;
const bucketFound = ["aws_s3_bucket", "aws_s3_bucket_policy"];

/** Mistakes inside tasks, policies and buckets that are easily overlooked. */
export const hiddenSettingMutations: readonly Mutation[] = [
  {
    id: "no-log-driver",
    what: "A container's log driver is `none`",
    control: "container logs",
    stack: "services",
    victims: containers,
    change: set("logConfiguration", { logDriver: "none" }),
    caughtBy: "containers-log",
    foundAt: task,
  },
  {
    id: "token-in-log-options",
    what: "The options of a log driver hold a token",
    control: "no secrets in variables",
    stack: "services",
    victims: containers,
    change: set("logConfiguration", {
      logDriver: "splunk",
      options: {
        "splunk-url": "https://logs.example.com",
        "splunk-token": "4f1c2d9e8b7a6053c4d5e6f708192a3b",
      },
    }),
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "password-in-address",
    what: "A container variable holds a password inside an address",
    control: "no secrets in variables",
    stack: "services",
    victims: containers,
    change: variable("ORDERS", "amqps://orders:hunter2-but-longer@queue.example.com:5671"),
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "key-in-health-check",
    what: "A health check calls with a key",
    control: "no secrets in variables",
    stack: "services",
    victims: containers,
    change: set("healthCheck", {
      command: [
        "CMD-SHELL",
        "curl -u probe:hunter2-but-longer https://probe:hunter2-but-longer@localhost/health",
      ],
    }),
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "privileged-in-text",
    what: "Container definitions are written as text, with a privileged container",
    control: "not privileged, no host pid/network",
    stack: "services",
    victims: "aws_ecs_task_definition",
    change: set(
      "container_definitions",
      JSON.stringify([{ name: "app", image: "app:1", privileged: "true" }]),
    ),
    caughtBy: "containers-are-not-privileged",
  },
  {
    id: "files-of-host",
    what: "A task has the files of its host as a volume",
    control: "not privileged, no host pid/network",
    stack: "services",
    victims: "aws_ecs_task_definition",
    change: set("volume", { name: "docker", host_path: "/var/run/docker.sock" }),
    caughtBy: "tasks-are-apart-from-host",
  },
  {
    id: "memory-of-host",
    what: "A task shares the memory of its host",
    control: "not privileged, no host pid/network",
    stack: "services",
    victims: "aws_ecs_task_definition",
    change: set("ipc_mode", "host"),
    caughtBy: "tasks-are-apart-from-host",
  },
  {
    id: "exec-log-in-clear",
    what: "The log of exec sessions is not encrypted",
    control: "exec logging encrypted",
    stack: "services",
    victims: where("aws_ecs_cluster", (_, body) => "configuration" in body),
    change: set(
      "configuration.execute_command_configuration.log_configuration.cloud_watch_encryption_enabled",
      "false",
    ),
    caughtBy: "exec-sessions-are-encrypted",
  },
  {
    id: "whole-service-in-capitals",
    what: "A policy allows all of a service, in capitals",
    control: roles,
    stack: "services",
    victims: policies,
    change: set("statement.actions", ["DynamoDB:*"]),
    caughtBy: "policies-allow-no-whole-service",
    foundAt: policy,
  },
  {
    id: "whole-service-by-signs",
    what: "A policy allows all of a service by other wildcards",
    control: roles,
    stack: "services",
    victims: policies,
    change: set("statement.actions", ["dynamodb:?*"]),
    caughtBy: "policies-allow-no-whole-service",
    foundAt: policy,
  },
  {
    id: "every-service",
    what: "A policy allows every action by `*:*`",
    control: roles,
    stack: "services",
    victims: policies,
    change: set("statement.actions", "*:*"),
    caughtBy: "policies-name-actions",
    foundAt: policy,
  },
  {
    id: "every-bucket-by-arn",
    what: "A policy names all buckets by an ARN of wildcards",
    control: roles,
    stack: "services",
    victims: policies,
    change: set("statement", { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::*"] }),
    caughtBy: "policies-name-resources",
    foundAt: policy,
  },
  {
    id: "every-resource-but-one",
    what: "A policy is for everything but one resource, by `not_resources`",
    control: roles,
    stack: "services",
    victims: policies,
    change: set("statement", { actions: ["s3:DeleteObject"], not_resources: ["arn:aws:s3:::kept/*"] }),
    caughtBy: "policies-name-resources",
    foundAt: policy,
  },
  {
    id: "any-role-passed-by-signs",
    what: "A policy lets a role pass every other, written `iam:Pass*`",
    control: roles,
    stack: "services",
    victims: policies,
    change: set("statement", { actions: ["iam:Pass*"], resources: ["arn:aws:iam::*:role/*"] }),
    caughtBy: "roles-are-passed-by-name",
    foundAt: policy,
  },
  {
    id: "administrator-inside-role",
    what: "A role is an administrator by its list of managed policies",
    control: roles,
    stack: "services",
    victims: "aws_iam_role",
    change: set("managed_policy_arns", ["arn:aws:iam::aws:policy/AdministratorAccess"]),
    caughtBy: "no-administrator-policies",
  },
  {
    id: "administrator-by-list",
    what: "A role is an administrator by an `aws_iam_policy_attachment`",
    control: roles,
    stack: "services",
    victims: "aws_iam_role",
    change: add("services", "aws_iam_policy_attachment", "attached", (victim) => ({
      ...{ name: "attached", roles: [refer(victim, "name")] },
      policy_arn: "arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess",
    })),
    caughtBy: "no-administrator-policies",
    foundAt: ["aws_iam_policy_attachment"],
  },
  {
    id: "policy-of-a-user",
    what: "A user has a policy that allows everything",
    control: roles,
    stack: "services",
    victims: "aws_ecs_cluster",
    change: add("services", "aws_iam_user_policy", "deploy", () => ({
      ...{ name: "deploy", user: "deploy" },
      policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: ["*"], Resource: ["*"] }] }),
    })),
    caughtBy: "policies-name-actions",
    foundAt: ["aws_iam_user_policy"],
  },
  {
    id: "trusted-by-everyone-with-condition",
    what: "A role may be taken on by everyone, under a condition that always holds",
    control: roles,
    stack: "services",
    victims: documents(/role_trust$/),
    change: set("statement", {
      ...{ actions: ["sts:AssumeRole"], principals: [{ type: "AWS", identifiers: ["*"] }] },
      condition: [{ test: "StringLike", variable: "aws:PrincipalOrgID", values: ["*"] }],
    }),
    caughtBy: "trust-names-principals",
    foundAt: ["aws_iam_role", "data.aws_iam_policy_document"],
  },
  {
    id: "bucket-tls-inverted",
    what: "A bucket refuses requests with TLS instead of those without",
    control: buckets,
    stack: "network",
    victims: bucketPolicy,
    change: set("statement.condition.values", ["true"]),
    caughtBy: "buckets-require-tls",
    foundAt: bucketFound,
  },
  {
    id: "bucket-tls-of-bucket",
    what: "A bucket refuses listing without TLS, but not its objects",
    control: buckets,
    stack: "network",
    victims: bucketPolicy,
    change: set("statement.resources", ["${aws_s3_bucket.access_logs.arn}"]),
    caughtBy: "buckets-require-tls",
    foundAt: bucketFound,
  },
  {
    id: "bucket-tls-of-one-action",
    what: "A bucket refuses writing without TLS, but not reading",
    control: buckets,
    stack: "network",
    victims: bucketPolicy,
    change: set("statement.actions", ["s3:PutObject"]),
    caughtBy: "buckets-require-tls",
    foundAt: bucketFound,
  },
  {
    id: "bucket-tls-and-more",
    what: "A bucket refuses requests without TLS only from one address, by a second condition",
    control: buckets,
    stack: "network",
    victims: bucketPolicy,
    change: ({ body }) => {
      const [tls, ...others] = [body["statement"]].flat().map((one) => ({ ...Object(one) }));
      const address = { test: "IpAddress", variable: "aws:SourceIp", values: ["203.0.113.7/32"] };
      body["statement"] = [{ ...tls, condition: [tls["condition"], address].flat() }, ...others];
    },
    caughtBy: "buckets-require-tls",
    foundAt: bucketFound,
  },
  {
    id: "no-accounts",
    what: "The list of accounts that the provider is bound to is empty",
    control: "provider bound to its account",
    stack: "network",
    victims: providers,
    change: set("allowed_account_ids", []),
    caughtBy: "provider-is-bound-to-account",
  },
  {
    id: "log-bucket-emptied",
    what: "An apply may destroy a bucket of production with the logs in it",
    control: "stateful resources cannot be destroyed by a plan",
    stack: "network",
    victims: where("aws_s3_bucket", (_, body) => /^prod-/.test(String(body["bucket"]))),
    change: set("force_destroy", "true"),
    caughtBy: "stateful-resources-are-kept",
  },
  {
    id: "cluster-in-clear",
    what: "An Aurora cluster without encryption stands beside the database",
    control: "database private, encrypted, managed password",
    stack: "data",
    victims: "aws_db_instance",
    change: add("data", "aws_rds_cluster", "orders", () => ({ engine: "aurora-postgresql" })),
    caughtBy: "databases-are-encrypted",
    foundAt: ["aws_rds_cluster"],
  },
  {
    id: "oidc-in-front-of-another",
    what: "A role names its project by a condition that holds without a subject, too",
    control: "OIDC trust names project and branch",
    stack: "delivery",
    victims: "aws_kms_alias",
    change: add("delivery", "aws_iam_role", "deploy", () => ({
      name: "deploy",
      assume_role_policy: JSON.stringify({
        Statement: {
          ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity" },
          Principal: {
            Federated: "arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com",
          },
          Condition: {
            StringLikeIfExists: {
              "token.actions.githubusercontent.com:sub": "repo:shop/shop:ref:refs/heads/main",
            },
          },
        },
      }),
    })),
    caughtBy: "oidc-trust-names-project",
    foundAt: ["aws_iam_role"],
  },
];

function variable(name: string, value: string) {
  return ({ body }: Victim): void => {
    body["environment"] = [body["environment"] ?? [], { name, value }].flat();
  };
}
