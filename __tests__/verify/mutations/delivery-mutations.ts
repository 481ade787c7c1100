import { type StackDraft } from "./draft";
import { objectAt } from "./json";
import { add, drop, type Mutation, removeFrom, set, where } from "./mutation";

const stack = "delivery" as const;
const repository = "aws_ecr_repository";
const builds = "build projects: no plain-text secrets, logs, privileged only to build images" as const;
const anchor = "aws_kms_alias";

/** Repositories, keys, queues, secrets, builds, providers and state. */
export const deliveryMutations: readonly Mutation[] = [
  {
    id: "scan-off",
    what: "Images are not scanned",
    control: "image scan on push",
    stack,
    victims: repository,
    change: set("image_scanning_configuration", [{ scan_on_push: "false" }]),
    caughtBy: "images-are-scanned",
  },
  {
    id: "tags-mutable",
    what: "Tags of images may move",
    control: "tags immutable (environment tags excepted)",
    stack,
    victims: repository,
    change: set("image_tag_mutability", "MUTABLE"),
    caughtBy: "image-tags-are-immutable",
  },
  {
    id: "every-tag-excepted",
    what: "Tags are immutable with an exception for all of them",
    control: "tags immutable (environment tags excepted)",
    stack,
    victims: repository,
    change: ({ body }) => {
      body["image_tag_mutability"] = "IMMUTABLE_WITH_EXCLUSION";
      body["image_tag_mutability_exclusion_filter"] = { filter: "*", filter_type: "WILDCARD" };
    },
    caughtBy: "image-tags-are-immutable",
  },
  {
    id: "no-image-lifecycle",
    what: "A repository keeps everything for ever",
    control: "repository lifecycle",
    stack,
    victims: "aws_ecr_lifecycle_policy",
    change: removeFrom(stack),
    caughtBy: "repositories-have-a-lifecycle",
    foundAt: [repository],
  },
  {
    id: "running-images-expire",
    what: "A lifecycle ends images by age, whatever runs",
    control: "repository lifecycle",
    stack,
    victims: "aws_ecr_lifecycle_policy",
    change: set(
      "policy",
      '${jsonencode({rules = [{rulePriority = 1, action = {type = "expire"}, selection = {tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 14}}]})}',
    ),
    caughtBy: "repositories-keep-what-runs",
    foundAt: [repository, "aws_ecr_lifecycle_policy"],
  },
  {
    id: "repository-without-key",
    what: "A repository has no key of its own",
    control: "repository encrypted with a key",
    stack,
    victims: repository,
    change: set("encryption_configuration", { encryption_type: "AES256" }),
    caughtBy: "repositories-have-a-key",
  },
  {
    id: "key-never-rotates",
    what: "A key does not rotate",
    control: "keys rotate",
    stack: "data",
    victims: "aws_kms_key",
    change: drop("enable_key_rotation"),
    caughtBy: "keys-rotate",
  },
  {
    id: "key-rotation-as-text",
    what: "The rotation of a key is switched off as text",
    control: "keys rotate",
    stack,
    victims: "aws_kms_key",
    change: set("enable_key_rotation", "false"),
    caughtBy: "keys-rotate",
  },
  {
    id: "key-deleted-in-a-week",
    what: "A key is deleted after a week",
    control: "keys rotate",
    stack: "data",
    victims: "aws_kms_key",
    change: set("deletion_window_in_days", 7),
    caughtBy: "keys-wait-before-deletion",
  },
  {
    id: "topic-in-clear",
    what: "A topic without key was added",
    control: "topics and queues encrypted",
    stack: "services",
    victims: "aws_ecs_cluster",
    change: add("services", "aws_sns_topic", "orders", () => ({ name: "orders" })),
    caughtBy: "topics-are-encrypted",
    foundAt: ["aws_sns_topic"],
  },
  {
    id: "queue-in-clear",
    what: "A queue without encryption was added",
    control: "topics and queues encrypted",
    stack: "services",
    victims: "aws_ecs_cluster",
    change: add("services", "aws_sqs_queue", "orders", () => ({
      name: "orders",
      sqs_managed_sse_enabled: false,
    })),
    caughtBy: "queues-are-encrypted",
    foundAt: ["aws_sqs_queue"],
  },
  {
    id: "secret-without-rotation",
    what: "A secret that nobody rotates was added",
    control: "secrets rotate or are managed",
    stack: "data",
    victims: anchor,
    change: add("data", "aws_secretsmanager_secret", "partner", () => ({ name: "partner" })),
    caughtBy: "secrets-rotate",
    foundAt: ["aws_secretsmanager_secret"],
  },
  {
    id: "secret-as-text-parameter",
    what: "A password was added as a parameter in clear text",
    control: "secrets rotate or are managed",
    stack: "services",
    victims: "aws_ecs_cluster",
    change: (_, { services }) => {
      services.declareVariable("password");
      services.add("aws_ssm_parameter", "password", {
        ...{ name: "/dev/backend/password", type: "String", value: "${var.password}" },
      });
    },
    caughtBy: "secret-parameters-are-encrypted",
    foundAt: ["aws_ssm_parameter"],
  },
  {
    id: "secret-written",
    what: "The value of a secret was written into the files",
    control: "secrets rotate or are managed",
    stack: "data",
    victims: anchor,
    change: add("data", "aws_secretsmanager_secret_version", "partner", () => ({
      secret_id: "partner",
      secret_string: '${jsonencode({"password" = "hunter2-but-longer"})}',
    })),
    caughtBy: "no-secret-text",
    foundAt: ["aws_secretsmanager_secret_version"],
  },
  {
    id: "build-with-password",
    what: "A build project has a password among its variables",
    control: builds,
    stack,
    victims: anchor,
    change: build((project) => {
      objectAt(project, ["environment"])["environment_variable"] = {
        name: "NPM_TOKEN",
        value: "hunter2-but-longer",
      };
    }),
    caughtBy: "builds-have-no-plain-secrets",
    foundAt: ["aws_codebuild_project"],
  },
  {
    id: "build-without-log",
    what: "A build project logs nowhere",
    control: builds,
    stack,
    victims: anchor,
    change: build((project) => {
      project["logs_config"] = { cloudwatch_logs: { status: "DISABLED" } };
    }),
    caughtBy: "builds-write-logs",
    foundAt: ["aws_codebuild_project"],
  },
  {
    id: "build-privileged",
    what: "A build project that makes no image is privileged",
    control: builds,
    stack,
    victims: anchor,
    change: build((project) => {
      objectAt(project, ["environment"])["privileged_mode"] = "true";
    }),
    caughtBy: "builds-are-privileged-for-images-only",
    foundAt: ["aws_codebuild_project"],
  },
  {
    id: "build-artifacts-in-clear",
    what: "What a build project makes is not encrypted",
    control: builds,
    stack,
    victims: anchor,
    change: build((project) => {
      project["artifacts"] = { type: "S3", location: "builds", encryption_disabled: true };
    }),
    caughtBy: "build-artifacts-are-encrypted",
    foundAt: ["aws_codebuild_project"],
  },
  {
    id: "pipeline-without-key",
    what: "A pipeline hands on artifacts without a key of its own",
    control: "pipeline artifacts encrypted with own key",
    stack,
    victims: anchor,
    change: add(stack, "aws_codepipeline", "deploy", () => ({
      name: "deploy",
      artifact_store: { type: "S3", location: "artifacts" },
    })),
    caughtBy: "pipeline-artifacts-have-a-key",
    foundAt: ["aws_codepipeline"],
  },
  {
    id: "oidc-any-branch",
    what: "A role trusts every branch of a project's pipelines",
    control: "OIDC trust names project and branch",
    stack,
    victims: anchor,
    change: add(stack, "aws_iam_role", "deploy", () => ({
      name: "deploy",
      assume_role_policy: oidcTrust("repo:shop/shop:*"),
    })),
    caughtBy: "oidc-trust-names-project",
    foundAt: ["aws_iam_role"],
  },
  {
    id: "oidc-any-project",
    what: "A role trusts every project of the CI",
    control: "OIDC trust names project and branch",
    stack,
    victims: anchor,
    change: add(stack, "aws_iam_role", "deploy", () => ({
      name: "deploy",
      assume_role_policy: oidcTrust("*"),
    })),
    caughtBy: "oidc-trust-names-project",
    foundAt: ["aws_iam_role"],
  },
  {
    id: "any-account",
    what: "The provider is not bound to an account",
    control: "provider bound to its account",
    stack: "services",
    victims: providers,
    change: drop("allowed_account_ids"),
    caughtBy: "provider-is-bound-to-account",
  },
  {
    id: "second-provider",
    what: "A second provider with an alias is bound to no account",
    control: "provider bound to its account",
    stack: "data",
    victims: providers,
    change: (_, { data }) => data.addProvider({ alias: "elsewhere", region: "us-east-1" }),
    caughtBy: "provider-is-bound-to-account",
    foundAt: ["provider"],
  },
  {
    id: "no-default-tags",
    what: "The provider sets no tags",
    control: "provider bound to its account",
    stack: "network",
    victims: providers,
    change: drop("default_tags"),
    caughtBy: "provider-has-default-tags",
  },
  {
    id: "any-provider-version",
    what: "Every future version of the provider is accepted",
    control: "provider bound to its account",
    stack,
    victims: terraformOf,
    change: set("required_providers.aws.version", ">= 6.25.0"),
    caughtBy: "provider-versions-are-pinned",
    foundAt: ["terraform"],
  },
  {
    id: "database-not-kept",
    what: "An apply may destroy the database of production",
    control: "stateful resources cannot be destroyed by a plan",
    stack: "data",
    victims: where("aws_db_instance", (_, body) => "lifecycle" in body),
    change: drop("lifecycle.prevent_destroy"),
    caughtBy: "stateful-resources-are-kept",
  },
  {
    id: "images-not-kept",
    what: "An apply may destroy a repository",
    control: "stateful resources cannot be destroyed by a plan",
    stack,
    victims: repository,
    change: set("lifecycle", [{ prevent_destroy: false }]),
    caughtBy: "stateful-resources-are-kept",
  },
  {
    id: "state-in-clear",
    what: "State in S3 is not encrypted",
    control: "stateful resources cannot be destroyed by a plan",
    stack,
    victims: terraformOf,
    change: set("backend", { s3: { bucket: "state", key: "delivery", use_lockfile: true } }),
    caughtBy: "state-is-encrypted",
    foundAt: ["terraform"],
  },
  {
    id: "state-unlocked",
    what: "Two runs may write state in S3 at the same time",
    control: "stateful resources cannot be destroyed by a plan",
    stack,
    victims: terraformOf,
    change: set("backend", { s3: { bucket: "state", key: "delivery", encrypt: true } }),
    caughtBy: "state-is-locked",
    foundAt: ["terraform"],
  },
];

function providers(draft: StackDraft) {
  return draft.providers;
}

function terraformOf(draft: StackDraft) {
  return [{ type: "terraform", name: "terraform", body: draft.terraform }];
}

function oidcTrust(subject: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
        StringLike: { "token.actions.githubusercontent.com:sub": subject },
      },
    },
  });
}

/** A build project that is as it should be, but for one thing. */
function build(spoil: (project: Record<string, unknown>) => void): Mutation["change"] {
  const body = {
    name: "app",
    encryption_key: "${aws_kms_key.image_key.arn}",
    artifacts: { type: "NO_ARTIFACTS" },
    environment: { type: "LINUX_CONTAINER", privileged_mode: false },
    logs_config: { cloudwatch_logs: { status: "ENABLED" } },
    source: { type: "NO_SOURCE", buildspec: "version: 0.2" },
  };
  return (victim, environment) => {
    const project: Record<string, unknown> = JSON.parse(JSON.stringify(body));
    spoil(project);
    add(stack, "aws_codebuild_project", "app", () => project)(victim, environment);
  };
}
