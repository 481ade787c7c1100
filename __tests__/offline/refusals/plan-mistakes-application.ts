import { type Config, type Mistake, mistake, wrongChange } from "./mistake";
import { arn, database, service, task, trust, wellFormed } from "./well-formed";

const app = { name: "app", image: "app:1" };
const containers = (what: string, list: unknown, config: Config, ...says: string[]) =>
  mistake(
    "container-definitions",
    what,
    "aws_ecs_task_definition",
    { ...task, container_definitions: JSON.stringify(list), ...config },
    "ClientException",
    ...says,
  );
const fargate = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(rule, what, "aws_ecs_task_definition", { ...task, ...config }, "ClientException", ...says);
const logged = (logDriver: string) => JSON.stringify([{ ...app, logConfiguration: { logDriver } }]);
const settings = (what: string, config: Config, ...says: string[]) =>
  mistake(
    "database-settings",
    what,
    "aws_db_instance",
    { identifier: "db", ...database, ...config },
    ...says,
  );
const badName = (what: string, type: string, config: Config, ...says: string[]) =>
  mistake("name-syntax", what, type, config, ...says);
const ofService = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(
    rule,
    what,
    "aws_ecs_service",
    { name: "x", ...service, ...config },
    "InvalidParameterException",
    ...says,
  );
const shift = (what: string, configuration: Config, ...says: string[]) =>
  ofService("traffic-shift", what, { deployment_configuration: configuration }, ...says);
const topic = (what: string, tags: Config, ...says: string[]) =>
  mistake("tag-syntax", what, "aws_sns_topic", { name: "tagged", tags }, ...says);

const allowed = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const policy = (...statements: readonly Config[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const manyTags = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`tag${at}`, "x"]));
const expiry = {
  selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 9 },
  action: { type: "expire" },
};

/** What can be seen in a plan, in containers, permissions, databases, registries, scaling, secrets, and in names anywhere. */
export const applicationPlanMistakes: readonly Mistake[] = [
  wrongChange(
    "service-controller",
    "handed over to CodeDeploy",
    [
      "aws_ecs_service",
      "main",
      { ...wellFormed["aws_ecs_service"]?.["main"], deployment_controller: { type: "CODE_DEPLOY" } },
    ],
    "InvalidParameterException",
    "from ECS to CODE_DEPLOY",
    "second service",
  ),
  wrongChange(
    "capacity-change",
    "without a new deployment",
    [
      "aws_ecs_service",
      "spread",
      {
        ...wellFormed["aws_ecs_service"]?.["spread"],
        capacity_provider_strategy: [{ capacity_provider: "FARGATE", weight: 2 }],
      },
    ],
    "capacity_provider_strategy",
    "force_new_deployment",
  ),
  wrongChange(
    "database-upgrade",
    "back to an older version",
    ["aws_db_instance", "main", { ...wellFormed["aws_db_instance"]?.["main"], engine_version: "15.8" }],
    "InvalidParameterCombination",
    "from 16.4 to 15.8",
  ),
  containers("not a list", app, {}, "not a JSON list"),
  containers("no container", [], {}, "at least one container"),
  containers("no image", [{ name: "app" }], {}, "image", "'app'"),
  containers("twice the same name", [app, app], {}, "'app' is used more than once"),
  containers("unknown volume", [{ ...app, mountPoints: [{ sourceVolume: "data" }] }], {}, "'data'", "'app'"),
  containers(
    "waiting for nobody",
    [{ ...app, dependsOn: [{ containerName: "proxy", condition: "START" }] }],
    {},
    "'proxy', which does not exist",
  ),
  containers(
    "waiting for itself",
    [
      { ...app, dependsOn: [{ containerName: "proxy", condition: "START" }] },
      { name: "proxy", image: "p:1", dependsOn: [{ containerName: "app", condition: "START" }] },
    ],
    {},
    "cycle",
    "app, proxy",
  ),
  containers("more memory than the task", [{ ...app, memory: 1024 }], {}, "'memory'", "1024", "512"),
  containers(
    "another host port",
    [{ ...app, portMappings: [{ containerPort: 8080, hostPort: 80 }] }],
    {},
    "host ports and container ports",
    "'app'",
  ),
  containers(
    "secrets without a role",
    [{ ...app, secrets: [{ name: "A", valueFrom: "/a" }] }],
    {},
    "executionRoleArn",
    "execution_role_arn",
  ),
  containers("nothing essential", [{ ...app, essential: false }], {}, "essential"),
  fargate(
    "fargate-size",
    "no such pair",
    { cpu: "256", memory: "4096" },
    "256 CPU, 4096 memory",
    "512 to 2048",
  ),
  fargate("fargate-size", "no such CPU", { cpu: "300" }, "300 CPU", "256, 512, 1024"),
  fargate("fargate-size", "no memory", { memory: null }, "'memory'"),
  fargate("fargate-task", "bridge network", { network_mode: "bridge" }, "awsvpc", "bridge"),
  fargate(
    "fargate-task",
    "logs without a role",
    { container_definitions: logged("awslogs") },
    "execution role",
    "awslogs",
  ),
  fargate(
    "fargate-task",
    "syslog",
    { container_definitions: logged("syslog") },
    "syslog",
    "'app'",
    "awsfirelens",
  ),
  settings("backups too long", { backup_retention_period: 36 }, "InvalidParameterValue", "36", "35"),
  settings("monitored every 20 seconds", { monitoring_interval: 20 }, "20", "0, 1, 5, 10, 15, 30, 60"),
  settings("too small", { allocated_storage: 10 }, "postgres", "gp3", "10", "20 to 65536"),
  settings("growing downwards", { max_allocated_storage: 10 }, "InvalidParameterCombination", "10", "20"),
  settings("insights for a year", { performance_insights_retention_period: 365 }, "365", "31"),
  settings(
    "two passwords",
    { password: "hunter2hunter2" },
    "InvalidParameterCombination",
    "MasterUserPassword",
  ),
  settings("hyphen in its name", { db_name: "my-shop" }, "DBName", "my-shop"),
  settings("reserved user", { username: "admin" }, "admin", "reserved"),
  settings("hyphen in its user", { username: "app-owner" }, "MasterUsername", "app-owner"),
  badName(
    "long role",
    "aws_iam_role",
    { name: "a".repeat(65), assume_role_policy: trust("ecs.amazonaws.com") },
    "64",
  ),
  badName(
    "role with a blank",
    "aws_iam_role",
    { name: "my role", assume_role_policy: trust("ecs.amazonaws.com") },
    "'my role'",
  ),
  badName(
    "cluster with a dot",
    "aws_ecs_cluster",
    { name: "dev.main" },
    "InvalidParameterException",
    "'dev.main'",
  ),
  badName("service with a blank", "aws_ecs_service", { ...service, name: "my api" }, "'my api'", "hyphens"),
  badName(
    "family with a slash",
    "aws_ecs_task_definition",
    { ...task, family: "dev/api" },
    "ClientException",
    "'dev/api'",
  ),
  badName(
    "database with capitals",
    "aws_db_instance",
    { ...database, identifier: "DevDb" },
    "InvalidParameterValue",
    "DevDb",
    "lower-case",
  ),
  badName(
    "repository with capitals",
    "aws_ecr_repository",
    { name: "Dev/Api" },
    "InvalidParameterException",
    "Dev/Api",
  ),
  badName(
    "parameter of AWS",
    "aws_ssm_parameter",
    { name: "/aws/shop", type: "String", value: "1" },
    "ValidationException",
    "/aws/shop",
  ),
  badName(
    "secret with a blank",
    "aws_secretsmanager_secret",
    { name: "my secret" },
    "ValidationException",
    "my secret",
  ),
  badName("queue with a dot", "aws_sqs_queue", { name: "orders.new" }, "InvalidParameterValue", "orders.new"),
  badName("topic with a blank", "aws_sns_topic", { name: "my topic" }, "InvalidParameter", "my topic"),
  mistake(
    "policy-document",
    "not JSON",
    "aws_iam_policy",
    { name: "x", policy: "Allow" },
    "MalformedPolicyDocument",
    "invalid Json",
  ),
  mistake(
    "policy-document",
    "trust in nobody",
    "aws_iam_role",
    { name: "x", assume_role_policy: policy(allowed) },
    "Missing required field Principal",
  ),
  mistake(
    "policy-document",
    "permission of somebody",
    "aws_iam_policy",
    { name: "x", policy: policy({ ...allowed, Principal: "*" }) },
    "should not specify a principal",
  ),
  mistake(
    "policy-document",
    "too long",
    "aws_iam_policy",
    {
      name: "x",
      policy: policy({
        ...allowed,
        Resource: Array.from({ length: 400 }, (_, at) => `arn:aws:s3:::bucket-${at}`),
      }),
    },
    "LimitExceeded",
    "6144",
  ),
  mistake(
    "repository-settings",
    "exclusions of a movable repository",
    "aws_ecr_repository",
    {
      name: "x",
      image_tag_mutability: "IMMUTABLE",
      image_tag_mutability_exclusion_filter: [{ filter: "dev*", filter_type: "WILDCARD" }],
    },
    "InvalidParameterException",
    "IMMUTABLE",
    "IMMUTABLE_WITH_EXCLUSION",
  ),
  mistake(
    "repository-settings",
    "two rules of a priority",
    "aws_ecr_lifecycle_policy",
    {
      repository: "x",
      policy: JSON.stringify({ rules: [1, 1].map((rulePriority) => ({ rulePriority, ...expiry })) }),
    },
    "InvalidParameterException",
    "priorities must be unique",
  ),
  mistake(
    "scaling-target",
    "upside down",
    "aws_appautoscaling_target",
    {
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: "service/main/main",
      min_capacity: 5,
      max_capacity: 2,
    },
    "ValidationException",
    "max_capacity (2)",
    "min_capacity (5)",
  ),
  mistake(
    "scaling-target",
    "without the cluster",
    "aws_appautoscaling_target",
    {
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: "service/orders",
      min_capacity: 1,
      max_capacity: 2,
    },
    "ValidationException",
    "service/orders",
    "service/<cluster>/<service>",
  ),
  mistake(
    "secret-settings",
    "long parameter",
    "aws_ssm_parameter",
    { name: "/long", type: "String", tier: "Standard", value: "x".repeat(4097) },
    "ValidationException",
    "4096",
    "4097",
  ),
  mistake(
    "secret-settings",
    "rare rotation",
    "aws_secretsmanager_secret_rotation",
    { secret_id: "x", rotation_rules: { automatically_after_days: 1001 } },
    "got 1001",
    "1 to 1000",
  ),
  ofService(
    "service-settings",
    "launch type and capacity providers",
    { capacity_provider_strategy: [{ capacity_provider: "FARGATE", weight: 1 }] },
    "launch type",
    "launch_type",
  ),
  ofService(
    "service-settings",
    "waits for no balancer",
    { health_check_grace_period_seconds: 30 },
    "grace period",
  ),
  ofService(
    "service-settings",
    "no room to deploy",
    { deployment_maximum_percent: 100, deployment_minimum_healthy_percent: 100 },
    "100",
  ),
  ofService(
    "service-settings",
    "most below least",
    { deployment_maximum_percent: 90, deployment_minimum_healthy_percent: 95 },
    "90",
    "95",
  ),
  ofService(
    "service-settings",
    "CodeDeploy with a circuit breaker",
    {
      deployment_controller: { type: "CODE_DEPLOY" },
      deployment_circuit_breaker: { enable: true, rollback: true },
    },
    "CODE_DEPLOY",
    "deployment_circuit_breaker",
  ),
  topic("AWS's beginning", { "aws:team": "shop" }, "InvalidTag", "aws:team"),
  topic("long value", { team: "x".repeat(257) }, "team", "256", "257"),
  topic("too many", manyTags, "TooManyTags", "50", "51"),
  shift("too long a bake", { strategy: "BLUE_GREEN", bake_time_in_minutes: 2000 }, "2000", "1440"),
  shift("canary without its steps", { strategy: "CANARY" }, "canary_configuration", "CANARY"),
  shift(
    "too small a step",
    { strategy: "LINEAR", linear_configuration: { step_percent: 1, step_bake_time_in_minutes: 5 } },
    "1",
    "3 to 100",
  ),
  ofService(
    "traffic-shift",
    "no alternate group",
    {
      deployment_configuration: { strategy: "BLUE_GREEN" },
      load_balancer: [
        { container_name: "app", container_port: 8080, target_group_arn: arn("aws_lb_target_group.main") },
      ],
    },
    "BLUE_GREEN",
    "advanced_configuration",
  ),
];
