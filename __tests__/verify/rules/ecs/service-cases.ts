import { type RuleCases } from "../../../support/rule-cases";

type Values = Readonly<Record<string, unknown>>;

const nothing = { "aws_sqs_queue.jobs": {} };
const service = (values: Values) => ({ "aws_ecs_service.api": values }) as const;
const codeDeploy = { deployment_controller: { type: "CODE_DEPLOY" } };
const daemon = { scheduling_strategy: "DAEMON" };

const cluster = (values: Values) => ({ "aws_ecs_cluster.main": values }) as const;

/** A service with exec in a cluster with these settings. */
const exec = (settings: Values, on: unknown = true) =>
  ({
    "aws_ecs_service.api": { cluster: "${aws_ecs_cluster.main.arn}", enable_execute_command: on },
    "aws_ecs_cluster.main": { name: "main", configuration: [{ execute_command_configuration: [settings] }] },
  }) as const;
const log = { cloud_watch_encryption_enabled: true, cloud_watch_log_group_name: "exec" };
const execSettings = "configuration.execute_command_configuration";

const autoscaled = (resource_id: string, values: Values) => ({
  "aws_ecs_service.api": { name: "api", ...values },
  "aws_appautoscaling_target.api": { resource_id },
});

/** A service behind a target group, with one container. */
const balanced = (values: Values, container: Values = {}, group: Values = {}) => ({
  "aws_ecs_service.api": {
    task_definition: "${aws_ecs_task_definition.api.arn}",
    load_balancer: [{ target_group_arn: "${aws_lb_target_group.api.arn}", container_name: "api" }],
    ...values,
  },
  "aws_ecs_task_definition.api": { container_definitions: JSON.stringify([{ name: "api", ...container }]) },
  "aws_lb_target_group.api": group,
});
const quickCheck = { health_check: { interval: 10, healthy_threshold: 2 } };

/** Rules about clusters and services. */
export const serviceCases: Readonly<Record<string, RuleCases>> = {
  "cluster-container-insights": {
    passes: {
      enabled: cluster({ setting: [{ name: "containerInsights", value: "enabled" }] }),
      enhanced: cluster({ setting: { name: "containerInsights", value: "enhanced" } }),
    },
    fails: {
      "nothing said": [cluster({}), "aws_ecs_cluster.main setting: nothing"],
      disabled: [
        cluster({ setting: { name: "containerInsights", value: "disabled" } }),
        'aws_ecs_cluster.main setting: "disabled"',
      ],
      "a variable without default": [
        cluster({ setting: "${var.settings}" }),
        "aws_ecs_cluster.main setting: var.settings",
      ],
    },
    isNotAbout: { "files without clusters": nothing },
  },
  "exec-sessions-are-encrypted": {
    passes: {
      "a key and an encrypted log": exec({ kms_key_id: "key", logging: "OVERRIDE", log_configuration: log }),
      "a key, and the log of the container": exec({ kms_key_id: "key" }),
    },
    fails: {
      "no settings": [exec({}), `aws_ecs_cluster.main ${execSettings}.kms_key_id: nothing`],
      "exec that may be on": [
        exec({}, "${var.exec}"),
        `aws_ecs_cluster.main ${execSettings}.kms_key_id: nothing`,
      ],
      "no log": [
        exec({ kms_key_id: "key", logging: "NONE" }),
        `aws_ecs_cluster.main ${execSettings}.logging: NONE`,
      ],
      "a plain log": [
        exec({ kms_key_id: "key", logging: "OVERRIDE", log_configuration: { s3_bucket_name: "exec" } }),
        `aws_ecs_cluster.main ${execSettings}.log_configuration: no encryption`,
      ],
      "a cluster that only the caller knows": [
        service({ enable_execute_command: true, cluster: "${var.cluster}" }),
        "aws_ecs_service.api cluster: var.cluster",
      ],
    },
    isNotAbout: { "services without exec": exec({}, false) },
  },
  "tasks-have-no-public-address": {
    passes: {
      "nothing said": service({}),
      false: service({ network_configuration: [{ assign_public_ip: false }] }),
    },
    fails: {
      true: [
        service({ network_configuration: { assign_public_ip: true } }),
        "aws_ecs_service.api network_configuration.assign_public_ip: true",
      ],
      "a variable without default": [
        service({ network_configuration: { assign_public_ip: "${var.public}" } }),
        "aws_ecs_service.api network_configuration.assign_public_ip: var.public",
      ],
      "a task of a rule with a schedule": [
        {
          "aws_cloudwatch_event_target.nightly": {
            ecs_target: [{ network_configuration: [{ assign_public_ip: "true" }] }],
          },
        },
        'aws_cloudwatch_event_target.nightly ecs_target.network_configuration.assign_public_ip: "true"',
      ],
      "a task of a schedule": [
        {
          "aws_scheduler_schedule.nightly": {
            target: { ecs_parameters: { network_configuration: { assign_public_ip: true } } },
          },
        },
        "aws_scheduler_schedule.nightly target.ecs_parameters.network_configuration.assign_public_ip: true",
      ],
    },
    isNotAbout: {
      "files without services": nothing,
      "schedules of other targets": { "aws_cloudwatch_event_target.nightly": { arn: "${var.queue}" } },
    },
  },
  "latest-platform": {
    passes: { "nothing said": service({}), LATEST: service({ platform_version: "LATEST" }) },
    fails: {
      "a version": [service({ platform_version: "1.3.0" }), 'aws_ecs_service.api platform_version: "1.3.0"'],
    },
    isNotAbout: { "files without services": nothing },
  },
  "service-leaves-task-definition": {
    passes: {
      "the attribute": service({
        task_definition: "api:1",
        lifecycle: { ignore_changes: ["task_definition"] },
      }),
      everything: service({ task_definition: "api:1", lifecycle: [{ ignore_changes: "all" }] }),
    },
    fails: {
      "no lifecycle": [
        service({ task_definition: "api:1" }),
        "aws_ecs_service.api lifecycle.ignore_changes: nothing",
      ],
      "another attribute": [
        service({ task_definition: "api:1", lifecycle: { ignore_changes: ["desired_count"] } }),
        "aws_ecs_service.api lifecycle.ignore_changes: desired_count",
      ],
    },
    isNotAbout: { "services with task sets": service({ deployment_controller: { type: "EXTERNAL" } }) },
  },
  "autoscaled-service-leaves-count": {
    passes: {
      "an ignored count": autoscaled("service/main/${aws_ecs_service.api.name}", {
        desired_count: 2,
        lifecycle: { ignore_changes: ["desired_count"] },
      }),
      "no count": autoscaled("service/main/api", {}),
    },
    fails: {
      "a target that refers to the service": [
        autoscaled("service/main/${aws_ecs_service.api.name}", { desired_count: 2 }),
        "aws_ecs_service.api desired_count: 2",
      ],
      "a target that names the service": [
        autoscaled("service/${var.cluster}/api", { desired_count: 2 }),
        "aws_ecs_service.api desired_count: 2",
      ],
    },
    isNotAbout: { "a target of another service": autoscaled("service/main/shop-api", { desired_count: 2 }) },
  },
  "no-forced-deployment": {
    passes: { "nothing said": service({}) },
    fails: {
      true: [service({ force_new_deployment: true }), "aws_ecs_service.api force_new_deployment: true"],
    },
    isNotAbout: { "files without services": nothing },
  },
  "deployments-roll-back": {
    passes: { both: service({ deployment_circuit_breaker: [{ enable: true, rollback: true }] }) },
    fails: {
      "nothing said": [service({}), "aws_ecs_service.api deployment_circuit_breaker.enable: nothing"],
      "no way back": [
        service({ deployment_circuit_breaker: { enable: true, rollback: false } }),
        "aws_ecs_service.api deployment_circuit_breaker.rollback: false",
      ],
    },
    isNotAbout: { "deployments by CodeDeploy": service(codeDeploy) },
  },
  "deployment-keeps-healthy-tasks": {
    passes: { "nothing said": service({}), "100": service({ deployment_minimum_healthy_percent: 100 }) },
    fails: {
      "50": [
        service({ deployment_minimum_healthy_percent: 50 }),
        "aws_ecs_service.api deployment_minimum_healthy_percent: 50",
      ],
    },
    isNotAbout: { daemons: service(daemon), "deployments by CodeDeploy": service(codeDeploy) },
  },
  "deployment-has-room": {
    passes: {
      "nothing said": service({ desired_count: 1 }),
      "200": service({ desired_count: 2, deployment_maximum_percent: 200 }),
    },
    fails: {
      "150 for two tasks": [
        service({ desired_count: 2, deployment_maximum_percent: 150 }),
        "aws_ecs_service.api deployment_maximum_percent: 150",
      ],
      "100 for tasks that only the caller counts": [
        service({ desired_count: "${var.tasks}", deployment_maximum_percent: 100 }),
        "aws_ecs_service.api deployment_maximum_percent: 100",
      ],
    },
    isNotAbout: {
      "services of three tasks": service({ desired_count: 3, deployment_maximum_percent: 150 }),
      daemons: service(daemon),
    },
  },
  "task-stops-after-draining": {
    passes: {
      "the same": balanced({}, { stopTimeout: 60 }, { deregistration_delay: "60" }),
      "ECS's 30 seconds": balanced({}, {}, { deregistration_delay: 30 }),
    },
    fails: {
      "AWS's five minutes": [
        balanced({}, { stopTimeout: 120 }),
        "aws_lb_target_group.api deregistration_delay: nothing, which means 300",
      ],
      "longer than the container has": [
        balanced({}, {}, { deregistration_delay: 60 }),
        "aws_lb_target_group.api deregistration_delay: 60",
      ],
      "a variable without default": [
        balanced({}, {}, { deregistration_delay: "${var.delay}" }),
        "aws_lb_target_group.api deregistration_delay: var.delay",
      ],
    },
    isNotAbout: { "target groups without services": { "aws_lb_target_group.api": {} } },
  },
  "health-check-grace-covers-start": {
    passes: {
      "start and two checks": balanced(
        { health_check_grace_period_seconds: 65 },
        { healthCheck: { startPeriod: 45 } },
        quickCheck,
      ),
    },
    fails: {
      "nothing said": [
        balanced({}, {}, quickCheck),
        "aws_ecs_service.api health_check_grace_period_seconds: nothing, which means 0",
      ],
      "one second too few": [
        balanced({ health_check_grace_period_seconds: 64 }, { healthCheck: { startPeriod: 45 } }, quickCheck),
        "aws_ecs_service.api health_check_grace_period_seconds: 64",
      ],
      "too few for checks that the target group leaves to the provider": [
        balanced({ health_check_grace_period_seconds: 89 }),
        "aws_ecs_service.api health_check_grace_period_seconds: 89",
      ],
    },
    isNotAbout: { "services without load balancers": service({}) },
  },
};
