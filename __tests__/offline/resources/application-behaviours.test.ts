import { applicationBehaviours } from "../../../offline/resources/application-behaviours";
import { type Values } from "../../../offline/values/value";
import { anAws, behaviourOf, existing, make } from "./make";

const here = "eu-west-1:111111111111";
const made = (type: string, given: Values, aws = anAws()) => make(applicationBehaviours, type, given, aws);

describe("Identity of what applications use", () => {
  test.each<[string, Values, string, string | RegExp]>([
    ["aws_cloudwatch_metric_alarm", { alarm_name: "cpu" }, "cpu", `cloudwatch:${here}:alarm:cpu`],
    ["aws_cloudwatch_composite_alarm", { alarm_name: "all" }, "all", `cloudwatch:${here}:alarm:all`],
    ["aws_cloudwatch_event_rule", { name: "push" }, "push", `events:${here}:rule/push`],
    [
      "aws_cloudwatch_event_rule",
      { name: "push", event_bus_name: "b" },
      "b/push",
      `events:${here}:rule/b/push`,
    ],
    ["aws_cloudwatch_event_bus", { name: "b" }, "b", `events:${here}:event-bus/b`],
    [
      "aws_codedeploy_deployment_config",
      { deployment_config_name: "slow" },
      "slow",
      `codedeploy:${here}:deploymentconfig:slow`,
    ],
    ["aws_codepipeline", { name: "shop" }, "shop", `codepipeline:${here}:shop`],
    ["aws_lambda_function", { function_name: "f" }, "f", `lambda:${here}:function:f`],
    ["aws_dynamodb_table", { name: "t" }, "t", `dynamodb:${here}:table/t`],
    ["aws_backup_vault", { name: "v" }, "v", `backup:${here}:backup-vault:v`],
    [
      "aws_scheduler_schedule",
      { name: "nightly" },
      "default/nightly",
      `scheduler:${here}:schedule/default/nightly`,
    ],
    ["aws_scheduler_schedule_group", { name: "g" }, "g", `scheduler:${here}:schedule-group/g`],
    ["aws_elasticache_subnet_group", { name: "c" }, "c", `elasticache:${here}:subnetgroup:c`],
    ["aws_elasticache_user", { user_id: "u" }, "u", `elasticache:${here}:user:u`],
    [
      "aws_elasticache_replication_group",
      { replication_group_id: "c" },
      "c",
      `elasticache:${here}:replicationgroup:c`,
    ],
  ])("%s %p has AWS's id and ARN", (type, given, id, rest) => {
    expect(made(type, given)).toMatchObject({ id, arn: `arn:aws:${String(rest)}` });
  });

  test.each<[string, Values, RegExp]>([
    ["aws_sns_topic", { name: "alarms" }, /^arn:aws:sns:eu-west-1:111111111111:alarms$/],
    ["aws_sns_topic_subscription", { topic_arn: "arn:t", protocol: "email" }, /^arn:t:[0-9a-f-]{36}$/],
    ["aws_sqs_queue", { name: "jobs" }, /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/111111111111\/jobs$/],
    ["aws_codedeploy_app", { name: "shop" }, /^[0-9a-f-]{36}$/],
    ["aws_codedeploy_deployment_group", { app_name: "shop" }, /^[0-9a-f-]{36}$/],
    ["aws_codebuild_project", { name: "shop" }, /^arn:aws:codebuild:eu-west-1:111111111111:project\/shop$/],
    [
      "aws_codeconnections_connection",
      { name: "git" },
      /^arn:aws:codeconnections:.*:connection\/[0-9a-f-]{36}$/,
    ],
    ["aws_codestarconnections_connection", { name: "git" }, /^arn:aws:codestar-connections:.*:connection\//],
    ["aws_service_discovery_private_dns_namespace", { name: "dev.local" }, /^ns-[0-9a-f]{16}$/],
    ["aws_service_discovery_service", { name: "orders" }, /^srv-[0-9a-f]{16}$/],
    ["aws_efs_file_system", {}, /^fs-0[0-9a-f]{16}$/],
    ["aws_efs_mount_target", { file_system_id: "fs-1" }, /^fsmt-0[0-9a-f]{16}$/],
    ["aws_efs_access_point", { file_system_id: "fs-1" }, /^fsap-0[0-9a-f]{16}$/],
  ])("%s has an id of AWS's form", (type, given, form) => {
    expect(made(type, given)["id"]).toMatch(form);
  });

  test("a mapping's id, uuid and ARN are one", () => {
    const { id, uuid, arn } = made("aws_lambda_event_source_mapping", { function_name: "f" });
    expect(id).toBe(uuid);
    expect(arn).toBe(`arn:aws:lambda:${here}:event-source-mapping:${String(uuid)}`);
  });

  test.each<[string, Values, string]>([
    ["aws_codedeploy_deployment_group", { app_name: "a", deployment_group_name: "g" }, "a:g"],
    ["aws_codedeploy_app", { name: "a" }, "a"],
    ["aws_lambda_permission", { function_name: "f", statement_id: "s" }, "f/s"],
    ["aws_lambda_alias", { function_name: "f", name: "live" }, "f/live"],
    ["aws_cloudwatch_event_target", { rule: "r", target_id: "t" }, "r/t"],
    ["aws_cloudwatch_event_target", { rule: "r", target_id: "t", event_bus_name: "b" }, "b/r/t"],
    ["aws_backup_selection", { plan_id: "p", id: "s" }, "p|s"],
    ["aws_service_discovery_private_dns_namespace", { id: "ns-1", vpc: "vpc-1" }, "ns-1:vpc-1"],
  ])("%s %p is imported by what people know of it", (type, values, importId) => {
    expect(behaviourOf(applicationBehaviours, type).importId?.(values)).toBe(importId);
  });

  test("each type is described once", () => {
    const types = applicationBehaviours.map(({ type }) => type);
    expect(types).toEqual([...new Set(types)]);
  });
});

describe("aws_lambda_function", () => {
  const lambda = behaviourOf(applicationBehaviours, "aws_lambda_function");
  const first = made("aws_lambda_function", { function_name: "f", publish: true });

  test("begins with version 1 when it publishes", () => {
    expect(first).toMatchObject({ version: "1", qualified_arn: `arn:aws:lambda:${here}:function:f:1` });
  });

  test("publishes the next version with each update", () => {
    expect(lambda.update?.(first, { publish: true }, anAws())).toMatchObject({
      version: "2",
      qualified_arn: `arn:aws:lambda:${here}:function:f:2`,
      qualified_invoke_arn: expect.stringContaining("function:f:2/invocations"),
    });
  });

  test("keeps its version when it does not publish", () => {
    const plain = made("aws_lambda_function", { function_name: "f" });
    expect(lambda.update?.(plain, {}, anAws())).toMatchObject({ version: "$LATEST" });
  });
});

describe("A private namespace", () => {
  test("brings its hosted zone", () => {
    const type = "aws_service_discovery_private_dns_namespace";
    const namespace = made(type, { name: "dev.local", vpc: "vpc-1" });
    expect(behaviourOf(applicationBehaviours, type).companions?.(namespace, anAws())).toMatchObject([
      { type: "aws_route53_zone", values: { zone_id: namespace["hosted_zone"], name: "dev.local" } },
    ]);
  });
});

describe("Names in order", () => {
  test.each<[string, Values]>([
    ["aws_sns_topic", { name_prefix: "jobs-", fifo_topic: true }],
    ["aws_sqs_queue", { name_prefix: "jobs-", fifo_queue: true }],
  ])("a made-up name of %s ends in .fifo", (type, given) => {
    expect(made(type, given)["name"]).toMatch(/^jobs-\d{26}\.fifo$/);
  });
});

describe("aws_elasticache_replication_group", () => {
  test("is reached through a short form of its region", () => {
    const cache = made("aws_elasticache_replication_group", { replication_group_id: "c" });
    expect(cache["primary_endpoint_address"]).toMatch(/^master\.c\.\w{6}\.euw1\.cache\.amazonaws\.com$/);
  });

  test("in Sydney is reached through apse2", () => {
    const sydney = anAws([], "one", "ap-southeast-2");
    const cache = made("aws_elasticache_replication_group", { replication_group_id: "c" }, sydney);
    expect(cache["primary_endpoint_address"]).toMatch(/\.apse2\.cache\.amazonaws\.com$/);
  });
});

describe("aws_codedeploy_deployment_group", () => {
  test("deploys to what its application is for", () => {
    const app = existing("aws_codedeploy_app", { name: "shop", compute_platform: "ECS" });
    const group = made("aws_codedeploy_deployment_group", { app_name: "shop" }, anAws([app]));
    expect(group["compute_platform"]).toBe("ECS");
  });
});
