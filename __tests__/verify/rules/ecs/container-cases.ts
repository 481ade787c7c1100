import { type RuleCases } from "../../../support/rule-cases";

type Values = Readonly<Record<string, unknown>>;

const nothing = { "aws_sqs_queue.jobs": {} };
const unreadable = { "aws_ecs_task_definition.api": { container_definitions: "${var.containers}" } } as const;

/** A task definition of one container `api`. */
const task = (container: Values, values: Values = {}) =>
  ({
    "aws_ecs_task_definition.api": {
      container_definitions: JSON.stringify([{ name: "api", ...container }]),
      ...values,
    },
  }) as const;

/** The same through a local, with expressions in it. */
const taskOfLocal = (container: Values) => ({
  "aws_ecs_task_definition.api": { container_definitions: "${jsonencode(local.containers)}" },
  locals: { containers: [{ name: "api", ...container }] },
});

const variable = (name: string, value: string) => taskOfLocal({ environment: [{ name, value }] });
const at = "aws_ecs_task_definition.api container_definitions.api.";

const sharedRole = { task_role_arn: "arn:aws:iam::111111111111:role/api" };

/** A task with a writable root, beside the seed from which a service with exec starts. */
const besideSeed = (others: Values = {}) => ({
  ...task({ readonlyRootFilesystem: false }, sharedRole),
  "aws_ecs_task_definition.seed": { container_definitions: "[]", ...sharedRole },
  "aws_ecs_service.api": {
    task_definition: "${aws_ecs_task_definition.seed.arn}",
    enable_execute_command: true,
  },
  ...others,
});

const withService = (values: Values) => ({
  ...task({ readonlyRootFilesystem: false }),
  "aws_ecs_service.api": { task_definition: "${aws_ecs_task_definition.api.arn}", ...values },
});

/** Rules about containers and task definitions. */
export const containerCases: Readonly<Record<string, RuleCases>> = {
  "containers-can-be-read": {
    passes: {
      text: task({}),
      "a local": taskOfLocal({ image: "${var.image}" }),
      "text with interpolations": {
        "aws_ecs_task_definition.api": {
          container_definitions: '[{ "name": "api", "image": "${var.image}" }]',
        },
      },
    },
    fails: {
      "a variable": [unreadable, "aws_ecs_task_definition.api container_definitions: var.containers"],
      "a file, without what it is given": [
        {
          "aws_ecs_task_definition.api": {
            container_definitions: '${templatefile("api.json", { password = "hunter2" })}',
          },
        },
        "aws_ecs_task_definition.api container_definitions: templatefile(…)",
      ],
      "text that is no JSON, without the text": [
        { "aws_ecs_task_definition.api": { container_definitions: "password=hunter2" } },
        "aws_ecs_task_definition.api container_definitions: text",
      ],
      "a container of a module": [
        {
          "aws_ecs_task_definition.api": {
            container_definitions: '${jsonencode([{ name = "api" }, module.sidecar.container])}',
          },
        },
        "aws_ecs_task_definition.api container_definitions.1: module.sidecar.container",
      ],
    },
    isNotAbout: { "files without tasks": nothing },
  },
  "read-only-root": {
    passes: {
      "a read-only root": task({ readonlyRootFilesystem: true }),
      "exec, which writes": withService({ enable_execute_command: true }),
      "exec, of a service that starts from a seed with the same role": besideSeed(),
      Windows: task({}, { runtime_platform: { operating_system_family: "WINDOWS_SERVER_2022_CORE" } }),
    },
    fails: {
      "nothing said": [task({}), `${at}readonlyRootFilesystem: nothing, which means false`],
      "a writable root": [task({ readonlyRootFilesystem: false }), `${at}readonlyRootFilesystem: false`],
      "a writable root without exec": [withService({}), `${at}readonlyRootFilesystem: false`],
      "exec of another service with the same role": [
        besideSeed({ "aws_ecs_service.other": { task_definition: "${aws_ecs_task_definition.api.arn}" } }),
        `${at}readonlyRootFilesystem: false`,
      ],
      "a variable without default": [
        taskOfLocal({ readonlyRootFilesystem: "${var.read_only}" }),
        `${at}readonlyRootFilesystem: var.read_only`,
      ],
    },
    isNotAbout: { "containers that only the caller knows": unreadable },
  },
  "containers-are-not-privileged": {
    passes: {
      "nothing said": task({}),
      false: task({ privileged: false }),
      "a single capability": task({ linuxParameters: { capabilities: { add: ["SYS_PTRACE"] } } }),
    },
    fails: {
      "a capability that is as strong": [
        task({ linuxParameters: { capabilities: { add: ["SYS_PTRACE", "SYS_ADMIN"] } } }),
        `${at}linuxParameters.capabilities.add: "SYS_ADMIN"`,
      ],
      true: [task({ privileged: true }), `${at}privileged: true`],
      "a variable without default": [taskOfLocal({ privileged: "${var.root}" }), `${at}privileged: var.root`],
    },
    isNotAbout: { "files without tasks": nothing },
  },
  "tasks-are-apart-from-host": {
    passes: {
      "nothing said": task({}),
      "a network of its own, a volume of its own": task(
        {},
        { network_mode: "awsvpc", volume: [{ name: "tmp" }] },
      ),
      "processes of the task": task({}, { pid_mode: "task" }),
    },
    fails: {
      "everything shared": [
        task({}, { network_mode: "host", pid_mode: "host", ipc_mode: "host" }),
        'aws_ecs_task_definition.api network_mode: "host"',
        'aws_ecs_task_definition.api pid_mode: "host"',
        'aws_ecs_task_definition.api ipc_mode: "host"',
      ],
      "a folder of the machine": [
        task({}, { volume: [{ name: "tmp" }, { name: "docker", host_path: "/var/run/docker.sock" }] }),
        'aws_ecs_task_definition.api volume.docker.host_path: "/var/run/docker.sock"',
      ],
    },
    isNotAbout: { "files without tasks": nothing },
  },
  "no-secrets-in-containers": {
    passes: {
      "plain variables": variable("LOG_LEVEL", "warn"),
      "a reference of the application itself": variable("DB_PASSWORD", "$${APP_PASSWORD}"),
      "an address of a resource": {
        ...variable("DB_HOST", "${aws_db_instance.app.address}"),
        "aws_db_instance.app": {},
      },
      "an ARN under a secret's name": {
        ...variable("API_TOKEN", "${aws_secretsmanager_secret.token.arn}"),
        "aws_secretsmanager_secret.token": {},
      },
      "secrets by ARN": task({ secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:::parameter/p" }] }),
      "JSON that refers to the caller": variable("CONFIG", "${jsonencode({ password = var.placeholder })}"),
      "plain variables of the caller": variable("LOG_LEVEL", "${var.level}"),
    },
    fails: {
      "a token among the options of a log driver": [
        task({ logConfiguration: { logDriver: "splunk", options: { "splunk-token": "4f1c2d9e8b7a" } } }),
        `${at}logConfiguration.options.splunk-token: a value of its own`,
      ],
      "a value under a secret's name": [
        variable("DB_PASSWORD", "hunter2"),
        `${at}environment.DB_PASSWORD: a value of its own`,
      ],
      "a Terraform variable under a secret's name": [
        variable("DB_PASSWORD", "${var.password}"),
        `${at}environment.DB_PASSWORD: var.password`,
      ],
      "text with a Terraform variable under a secret's name": [
        variable("DB_PASSWORD", "x-${var.password}"),
        `${at}environment.DB_PASSWORD: var.password`,
      ],
      "a Terraform variable with a secret's name in an address": [
        variable("DATABASE_URL", "postgres://app:${var.db_password}@db:5432/app"),
        `${at}environment.DATABASE_URL: var.db_password`,
      ],
      "a value that looks like a secret": [
        variable("DATABASE_URL", "postgres://app:hunter2@db:5432/app"),
        `${at}environment.DATABASE_URL: a password in a URL`,
      ],
      "a generated password": [
        { ...variable("DB_PASS_FOR_APP", "${random_password.db.result}"), "random_password.db": {} },
        `${at}environment.DB_PASS_FOR_APP: the secret random_password.db.result`,
      ],
      "a generated password in a URL": [
        { ...variable("URL", "postgres://${random_password.db.result}"), "random_password.db": {} },
        `${at}environment.URL: the secret random_password.db.result`,
      ],
      "a password inside JSON": [
        variable("CONFIG", '${jsonencode({ db = { password = "hunter2" } })}'),
        `${at}environment.CONFIG: a password`,
      ],
      "a generated password inside JSON": [
        {
          ...variable("CONFIG", "${jsonencode({ db = random_password.db.result })}"),
          "random_password.db": {},
        },
        `${at}environment.CONFIG: the secret random_password.db.result`,
      ],
      "an option of the command": [
        task({ command: ["serve", "--password", "hunter2"] }),
        `${at}command.2: a value of its own`,
      ],
      "a label": [
        task({ dockerLabels: { key: "AKIAABCDEFGHIJKLMNOP" } }),
        `${at}dockerLabels.key: an AWS access key id`,
      ],
      "variables that only the caller knows": [
        taskOfLocal({ environment: "${var.environment}" }),
        `${at}environment: var.environment`,
      ],
      "one variable that only the caller knows": [
        taskOfLocal({ environment: [{ name: "LOG_LEVEL", value: "warn" }, "${var.variable}"] }),
        `${at}environment.1: var.variable`,
      ],
    },
    isNotAbout: { "files without tasks": nothing },
  },
  "containers-log": {
    passes: {
      "a log group": task({ logConfiguration: { logDriver: "awslogs" } }),
      "a log router": task({ logConfiguration: { logDriver: "awsfirelens" } }),
    },
    fails: {
      "nothing said": [task({}), `${at}logConfiguration: nothing`],
      "the driver none": [task({ logConfiguration: { logDriver: "none" } }), `${at}logConfiguration: "none"`],
      "a variable without default": [
        taskOfLocal({ logConfiguration: "${var.log}" }),
        `${at}logConfiguration: var.log`,
      ],
    },
    isNotAbout: { "files without tasks": nothing },
  },
  "task-roles-differ": {
    passes: {
      "two roles": {
        ...task(
          {},
          { task_role_arn: "${aws_iam_role.task.arn}", execution_role_arn: "${aws_iam_role.start.arn}" },
        ),
        "aws_iam_role.task": {},
        "aws_iam_role.start": {},
      },
      "two roles of the caller": task(
        {},
        { task_role_arn: "${var.task}", execution_role_arn: "${var.start}" },
      ),
    },
    fails: {
      "one role": [
        {
          ...task(
            {},
            { task_role_arn: "${aws_iam_role.one.arn}", execution_role_arn: "${aws_iam_role.one.arn}" },
          ),
          "aws_iam_role.one": {},
        },
        "aws_ecs_task_definition.api task_role_arn: aws_iam_role.one.arn",
      ],
      "one role of the caller": [
        task({}, { task_role_arn: "${var.role}", execution_role_arn: "${var.role}" }),
        "aws_ecs_task_definition.api task_role_arn: var.role",
      ],
    },
    isNotAbout: { "tasks without a role of their own": task({}, { execution_role_arn: "${var.role}" }) },
  },
  "template-is-own-revision": {
    passes: { "nothing said": task({}) },
    fails: {
      track_latest: [task({}, { track_latest: true }), "aws_ecs_task_definition.api track_latest: true"],
    },
    isNotAbout: { "files without tasks": nothing },
  },
  "revisions-are-kept": {
    passes: { skip_destroy: task({}, { skip_destroy: true }) },
    fails: {
      "nothing said": [task({}), "aws_ecs_task_definition.api skip_destroy: nothing, which means false"],
    },
    isNotAbout: { "files without tasks": nothing },
  },
};
