import { type StackDraft, type Victim } from "./draft";
import { drop, type Mutation, set, where } from "./mutation";

const stack = "services" as const;
const task = ["aws_ecs_task_definition"];
const containers = (services: StackDraft) => services.containers;
const roles = "task and execution roles differ, least privilege, no `*`" as const;

/** The cluster, services, task definitions and their containers. */
export const serviceMutations: readonly Mutation[] = [
  {
    id: "insights-off",
    what: "The cluster has no Container Insights",
    control: "Container Insights",
    stack,
    victims: "aws_ecs_cluster",
    change: set("setting.value", "disabled"),
    caughtBy: "cluster-container-insights",
  },
  {
    id: "other-setting",
    what: "The cluster's setting is there under another name",
    control: "Container Insights",
    stack,
    victims: "aws_ecs_cluster",
    change: set("setting", { name: "containerInsight", value: "enabled" }),
    caughtBy: "cluster-container-insights",
  },
  {
    id: "exec-without-log",
    what: "Exec sessions are logged nowhere",
    control: "exec logging encrypted",
    stack,
    victims: where("aws_ecs_cluster", (_, body) => "configuration" in body),
    change: set("configuration.execute_command_configuration.logging", "NONE"),
    caughtBy: "exec-sessions-are-encrypted",
  },
  {
    id: "exec-without-key",
    what: "Exec sessions are encrypted without a key",
    control: "exec logging encrypted",
    stack,
    victims: where("aws_ecs_cluster", (_, body) => "configuration" in body),
    change: drop("configuration.execute_command_configuration.kms_key_id"),
    caughtBy: "exec-sessions-are-encrypted",
  },
  {
    id: "exec-switched-on",
    what: "A service allows exec in an environment whose cluster logs no sessions",
    control: "exec logging encrypted",
    stack,
    victims: (services) =>
      services.all("aws_ecs_cluster").some(({ body }) => "configuration" in body)
        ? []
        : services.all("aws_ecs_service"),
    change: set("enable_execute_command", "true"),
    caughtBy: "exec-sessions-are-encrypted",
    foundAt: ["aws_ecs_cluster", "aws_ecs_service"],
  },
  {
    id: "task-public-address",
    what: "Tasks have public addresses",
    control: "tasks without public address",
    stack,
    victims: "aws_ecs_service",
    change: set("network_configuration.assign_public_ip", true),
    caughtBy: "tasks-have-no-public-address",
  },
  {
    id: "task-public-address-in-list",
    what: "Tasks have public addresses, in a list of one block, as text",
    control: "tasks without public address",
    stack,
    victims: "aws_ecs_service",
    change: ({ body }) => {
      body["network_configuration"] = [body["network_configuration"]].flat().map((given) => ({
        ...Object(given),
        assign_public_ip: "true",
      }));
    },
    caughtBy: "tasks-have-no-public-address",
  },
  {
    id: "old-platform",
    what: "A service stays on a platform of years ago",
    control: "latest platform",
    stack,
    victims: "aws_ecs_service",
    change: set("platform_version", "1.3.0"),
    caughtBy: "latest-platform",
  },
  {
    id: "root-writable",
    what: "A container may write to its root file system",
    control: "read-only root file system",
    stack,
    // Exec, which some environments allow, needs a writable root.
    victims: (services) =>
      services.all("aws_ecs_service").some(({ body }) => body["enable_execute_command"] === true)
        ? []
        : services.containers,
    change: drop("readonlyRootFilesystem"),
    caughtBy: "read-only-root",
    foundAt: task,
  },
  {
    id: "containers-by-variable",
    what: "Container definitions come from a variable without default",
    control: "read-only root file system",
    stack,
    victims: "aws_ecs_task_definition",
    change: ({ body }, { services }) => {
      services.declareVariable("containers");
      body["container_definitions"] = "${var.containers}";
    },
    caughtBy: "containers-can-be-read",
  },
  {
    id: "privileged",
    what: "A container is privileged",
    control: "not privileged, no host pid/network",
    stack,
    victims: containers,
    change: set("privileged", true),
    caughtBy: "containers-are-not-privileged",
    foundAt: task,
  },
  {
    id: "capability-added",
    what: "A container may administer its host, by a capability",
    control: "not privileged, no host pid/network",
    stack,
    victims: containers,
    change: set("linuxParameters", { capabilities: { add: ["SYS_ADMIN"] } }),
    caughtBy: "containers-are-not-privileged",
    foundAt: task,
  },
  {
    id: "host-processes",
    what: "A task shares the processes of its host",
    control: "not privileged, no host pid/network",
    stack,
    victims: "aws_ecs_task_definition",
    change: set("pid_mode", "host"),
    caughtBy: "tasks-are-apart-from-host",
  },
  {
    id: "host-network",
    what: "A task shares the network of its host",
    control: "not privileged, no host pid/network",
    stack,
    victims: "aws_ecs_task_definition",
    change: set("network_mode", "host"),
    caughtBy: "tasks-are-apart-from-host",
  },
  {
    id: "password-in-variable",
    what: "A container variable holds a password",
    control: "no secrets in variables",
    stack,
    victims: containers,
    change: variable("DB_PASSWORD", "hunter2-but-longer"),
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "token-under-harmless-name",
    what: "A container variable with a harmless name holds an AWS access key",
    control: "no secrets in variables",
    stack,
    victims: containers,
    change: variable("REPORTS", ["AKIA", "QWERTYUIOPASDFGH"].join("")),
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "password-by-local",
    what: "A container variable holds a password that a local joins together",
    control: "no secrets in variables",
    stack,
    victims: containers,
    change: (victim, environment) => {
      environment.services.setLocal("parts", { database: "hunter2-but" });
      variable("DB_PASSWORD", "${local.parts.database}-longer")(victim);
    },
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "password-in-command",
    what: "A password is part of a container's command",
    control: "no secrets in variables",
    stack,
    victims: containers,
    change: set("command", ["serve", "--database=postgres://owner:hunter2-but-longer@db.internal/app"]),
    caughtBy: "no-secrets-in-containers",
    foundAt: task,
  },
  {
    id: "container-without-log",
    what: "A container logs nowhere",
    control: "container logs",
    stack,
    victims: containers,
    change: drop("logConfiguration"),
    caughtBy: "containers-log",
    foundAt: task,
  },
  {
    id: "one-role",
    what: "Tasks run with the role that starts them",
    control: roles,
    stack,
    victims: "aws_ecs_task_definition",
    change: ({ body }) => {
      body["task_role_arn"] = body["execution_role_arn"];
    },
    caughtBy: "task-roles-differ",
  },
  {
    id: "terraform-deploys",
    what: "An apply puts the task definition of the files back",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_service",
    change: set("lifecycle.ignore_changes", ["desired_count"]),
    caughtBy: "service-leaves-task-definition",
  },
  {
    id: "count-put-back",
    what: "An apply sets the number of tasks of an autoscaled service",
    control: "zero downtime",
    stack,
    victims: (services) =>
      services.all("aws_appautoscaling_target").length > 0 ? services.all("aws_ecs_service") : [],
    change: set("lifecycle.ignore_changes", ["task_definition"]),
    caughtBy: "autoscaled-service-leaves-count",
  },
  {
    id: "deployment-forced",
    what: "Each apply starts a deployment",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_service",
    change: set("force_new_deployment", "true"),
    caughtBy: "no-forced-deployment",
  },
  {
    id: "latest-revision-tracked",
    what: "Terraform compares with the revision that a pipeline registered",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_task_definition",
    change: set("track_latest", true),
    caughtBy: "template-is-own-revision",
  },
  {
    id: "revisions-deregistered",
    what: "Terraform deregisters revisions that it replaces",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_task_definition",
    change: drop("skip_destroy"),
    caughtBy: "revisions-are-kept",
  },
  {
    id: "no-rollback",
    what: "Failed deployments do not roll back",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_service",
    change: drop("deployment_circuit_breaker.rollback"),
    caughtBy: "deployments-roll-back",
  },
  {
    id: "half-of-the-tasks",
    what: "Deployments stop half of the tasks first",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_service",
    change: set("deployment_minimum_healthy_percent", "50"),
    caughtBy: "deployment-keeps-healthy-tasks",
  },
  {
    id: "no-room",
    what: "Deployments of small services have no room for new tasks",
    control: "zero downtime",
    stack,
    victims: where("aws_ecs_service", (_, body) => Number(body["desired_count"]) < 3),
    change: set("deployment_maximum_percent", 100),
    caughtBy: "deployment-has-room",
  },
  {
    id: "drains-too-long",
    what: "Tasks are killed while the balancer still waits for their requests",
    control: "zero downtime",
    stack,
    victims: "aws_lb_target_group",
    change: set("deregistration_delay", "300"),
    caughtBy: "task-stops-after-draining",
  },
  {
    id: "no-grace",
    what: "Health checks count from the first second",
    control: "zero downtime",
    stack,
    victims: "aws_ecs_service",
    change: drop("health_check_grace_period_seconds"),
    caughtBy: "health-check-grace-covers-start",
  },
];

function variable(name: string, value: string) {
  return ({ body }: Victim): void => {
    const others = Array.isArray(body["environment"]) ? body["environment"] : [];
    body["environment"] = [...others, { name, value }];
  };
}
