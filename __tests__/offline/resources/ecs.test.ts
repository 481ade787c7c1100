import { ecsBehaviours } from "../../../offline/resources/ecs";
import { inactiveTaskDefinition } from "../../../offline/resources/ecs-task-definition";
import { type Values } from "../../../offline/values/value";
import { anAws, behaviourOf, existing, make } from "./make";

const template: Values = { family: "dev-orders", container_definitions: '[{"name":"orders"}]' };
const taskDefinition = behaviourOf(ecsBehaviours, "aws_ecs_task_definition");
const service = (given: Values) =>
  make(ecsBehaviours, "aws_ecs_service", { name: "orders", cluster: "dev", ...given });

function registered(revision: number, family = "dev-orders", type = "aws_ecs_task_definition") {
  return existing(type, {
    ...template,
    id: family,
    family,
    revision,
    arn: `arn:aws:ecs:eu-west-1:111111111111:task-definition/${family}:${revision}`,
    container_definitions: `[{"name":"orders","image":"${revision}"}]`,
  });
}

describe("ECS identity", () => {
  test.each([
    ["aws_ecs_cluster", { name: "dev" }, "arn:aws:ecs:eu-west-1:111111111111:cluster/dev"],
    ["aws_ecs_cluster_capacity_providers", { cluster_name: "dev" }, "dev"],
    [
      "aws_ecs_capacity_provider",
      { name: "spot" },
      "arn:aws:ecs:eu-west-1:111111111111:capacity-provider/spot",
    ],
    [
      "aws_ecs_service",
      { name: "orders", cluster: "dev" },
      "arn:aws:ecs:eu-west-1:111111111111:service/dev/orders",
    ],
    ["aws_ecs_task_definition", template, "dev-orders"],
    ["aws_ecs_account_setting_default", { name: "containerInsights" }, "arn:aws:iam::111111111111:root"],
    ["aws_ecs_tag", { resource_arn: "arn:x", key: "team" }, "arn:x,team"],
  ])("%s has AWS's id", (type, given, id) => {
    expect(make(ecsBehaviours, type, given)["id"]).toBe(id);
  });

  test.each([
    ["aws_ecs_cluster", { name: "dev" }, "dev"],
    [
      "aws_ecs_service",
      { name: "orders", cluster: "arn:aws:ecs:eu-west-1:111111111111:cluster/dev" },
      "dev/orders",
    ],
    ["aws_ecs_task_definition", { arn: "arn:t:1" }, "arn:t:1"],
  ])("%s is imported by what people know of it", (type, values, importId) => {
    expect(behaviourOf(ecsBehaviours, type).importId?.(values)).toBe(importId);
  });

  test("a service is named after its cluster, also when the configuration gives the cluster's ARN", () => {
    const cluster = "arn:aws:ecs:eu-west-1:111111111111:cluster/dev";
    expect(service({ cluster })["arn"]).toBe("arn:aws:ecs:eu-west-1:111111111111:service/dev/orders");
  });

  test("a service without a cluster goes to the default one", () => {
    const made = make(ecsBehaviours, "aws_ecs_service", { name: "orders" });
    expect(made).toMatchObject({
      cluster: "default",
      arn: "arn:aws:ecs:eu-west-1:111111111111:service/default/orders",
    });
  });
});

describe("aws_ecs_service", () => {
  test("has no launch type when capacity providers place it", () => {
    const strategy = [{ capacity_provider: "FARGATE", weight: 1 }];
    expect(service({ capacity_provider_strategy: strategy })).toMatchObject({
      launch_type: "",
      platform_version: "LATEST",
    });
  });

  test("runs on EC2 when nothing says where, and has no platform version then", () => {
    expect(service({})).toMatchObject({ launch_type: "EC2", platform_version: "" });
  });

  test("rebalances zones by default", () => {
    expect(service({})["availability_zone_rebalancing"]).toBe("ENABLED");
  });

  test.each<Values>([
    { scheduling_strategy: "DAEMON" },
    { deployment_maximum_percent: 100 },
    { load_balancer: [{ elb_name: "classic" }] },
  ])("does not rebalance zones where it cannot: %p", (given) => {
    expect(service(given)["availability_zone_rebalancing"]).toBe("DISABLED");
  });

  test("shows the same when asked later: only others change it", () => {
    expect(behaviourOf(ecsBehaviours, "aws_ecs_service").read).toBeUndefined();
  });

  test("completes the deployment blocks that the configuration has, and adds none", () => {
    const made = behaviourOf(ecsBehaviours, "aws_ecs_service").create(
      { name: "orders", deployment_configuration: [{ canary_configuration: [{}] }] },
      anAws(),
    );
    expect(made["deployment_configuration"]).toEqual([
      {
        strategy: "ROLLING",
        bake_time_in_minutes: "0",
        canary_configuration: [{ canary_bake_time_in_minutes: "10", canary_percent: 5 }],
        linear_configuration: [],
      },
    ]);
  });

  test("takes Service Connect's namespace from its cluster", () => {
    const cluster = existing("aws_ecs_cluster", {
      name: "dev",
      service_connect_defaults: [{ namespace: "arn:namespace" }],
    });
    const made = behaviourOf(ecsBehaviours, "aws_ecs_service").create(
      { name: "orders", cluster: "dev", service_connect_configuration: [{ enabled: true }] },
      anAws([cluster]),
    );
    expect(made["service_connect_configuration"]).toEqual([{ namespace: "arn:namespace", service: [] }]);
  });
});

describe("aws_ecs_task_definition", () => {
  test("begins with revision 1", () => {
    expect(make(ecsBehaviours, "aws_ecs_task_definition", template)).toMatchObject({
      revision: 1,
      arn: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders:1",
      arn_without_revision: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders",
    });
  });

  test("counts revisions that the pipeline registered", () => {
    const aws = anAws([registered(1), registered(7)]);
    expect(make(ecsBehaviours, "aws_ecs_task_definition", template, aws)["revision"]).toBe(8);
  });

  test("does not reuse the number of a deregistered revision", () => {
    const aws = anAws([registered(3, "dev-orders", inactiveTaskDefinition)]);
    expect(make(ecsBehaviours, "aws_ecs_task_definition", template, aws)["revision"]).toBe(4);
  });

  test("does not count other families, or other regions", () => {
    const elsewhere = { ...registered(9), region: "us-east-1" };
    const aws = anAws([registered(5, "dev-billing"), elsewhere]);
    expect(make(ecsBehaviours, "aws_ecs_task_definition", template, aws)["revision"]).toBe(1);
  });

  test("keeps the container definitions as they were written", () => {
    expect(taskDefinition.create(template, anAws())).not.toHaveProperty("container_definitions");
  });

  test("stays the same when the pipeline registers a release", () => {
    const { values } = registered(1);
    expect(taskDefinition.read?.(values, anAws([registered(1), registered(2)]))).toEqual(values);
  });

  test("with track_latest shows the newest revision of its family", () => {
    const stored = { ...registered(1).values, track_latest: true };
    expect(
      taskDefinition.read?.(stored, anAws([registered(2), registered(10), registered(1)])),
    ).toMatchObject({
      revision: 10,
      track_latest: true,
      container_definitions: '[{"name":"orders","image":"10"}]',
    });
  });

  test("stays ACTIVE after destroy when it skips destroy", () => {
    const resource = registered(2);
    const kept = taskDefinition.keptAfterDestroy?.(
      { ...resource, values: { ...resource.values, skip_destroy: true } },
      anAws(),
    );
    expect(kept).toMatchObject([{ type: "aws_ecs_task_definition", values: { revision: 2 } }]);
  });

  test("stays INACTIVE after destroy otherwise, where nothing can refer to it", () => {
    const kept = taskDefinition.keptAfterDestroy?.(registered(2), anAws());
    expect(kept).toMatchObject([{ type: inactiveTaskDefinition, values: { revision: 2 } }]);
  });

  test("completes volumes without adding blocks to them", () => {
    const made = taskDefinition.create({ ...template, volume: [{ name: "tmp" }] }, anAws());
    expect(made["volume"]).toEqual([{ configure_at_launch: false, docker_volume_configuration: [] }]);
  });
});
