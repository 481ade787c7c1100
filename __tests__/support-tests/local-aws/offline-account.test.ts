import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ECSClient } from "@aws-sdk/client-ecs";
import { LocalAws } from "../../support/local-aws/local-aws";
import { clientOptions } from "./client-options";
import { release } from "./release";

const account = "111111111111";
const elb = `arn:aws:elasticloadbalancing:eu-west-1:${account}`;
const blue = `${elb}:targetgroup/dev-orders/aaaa`;
const green = `${elb}:targetgroup/dev-orders-b/bbbb`;
const rule = `${elb}:listener-rule/app/dev-public/1/2/3`;
const template = `arn:aws:ecs:eu-west-1:${account}:task-definition/dev-orders:1`;
const repositoryUrl = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders";

/** What a terraform apply of one blue-green service leaves behind, as far as deploys are concerned. */
function resources(): Record<string, { type: string; values: Record<string, unknown> }> {
  const cluster = `arn:aws:ecs:eu-west-1:${account}:cluster/dev`;
  const target = {
    version: 1,
    cluster: "dev",
    serviceName: "orders",
    container: "orders",
    templateArn: template,
  };
  return {
    cluster: { type: "aws_ecs_cluster", values: { name: "dev", arn: cluster } },
    logs: { type: "aws_cloudwatch_log_group", values: { name: "/ecs/dev/orders" } },
    blue: { type: "aws_lb_target_group", values: { arn: blue, name: "dev-orders" } },
    green: { type: "aws_lb_target_group", values: { arn: green, name: "dev-orders-b" } },
    rule: {
      type: "aws_lb_listener_rule",
      values: {
        arn: rule,
        listener_arn: `${elb}:listener/app/dev-public/1/2`,
        priority: 100,
        action: [
          {
            type: "forward",
            order: 1,
            forward: [
              {
                stickiness: [],
                target_group: [
                  { arn: blue, weight: 100 },
                  { arn: green, weight: 0 },
                ],
              },
            ],
          },
        ],
      },
    },
    target: {
      type: "aws_ssm_parameter",
      values: {
        name: "/delivery/dev/orders",
        value: JSON.stringify({ ...target, taskFamily: "dev-orders", repositoryUrl }),
      },
    },
    template: {
      type: "aws_ecs_task_definition",
      values: {
        arn: template,
        family: "dev-orders",
        revision: 1,
        cpu: "256",
        memory: "512",
        execution_role_arn: `arn:aws:iam::${account}:role/dev-orders-execution`,
        container_definitions: JSON.stringify([
          { name: "orders", image: `${repositoryUrl}:seed`, essential: true },
        ]),
        tags_all: { Team: "shop" },
      },
    },
    service: {
      type: "aws_ecs_service",
      values: {
        arn: `arn:aws:ecs:eu-west-1:${account}:service/dev/orders`,
        name: "orders",
        cluster,
        task_definition: template,
        desired_count: 2,
        enable_execute_command: false,
        deployment_configuration: [{ strategy: "BLUE_GREEN", bake_time_in_minutes: "5" }],
        deployment_circuit_breaker: [{ enable: true, rollback: true }],
        load_balancer: [
          {
            container_name: "orders",
            container_port: 8080,
            elb_name: null,
            target_group_arn: blue,
            advanced_configuration: [
              { alternate_target_group_arn: green, production_listener_rule: rule, role_arn: "role" },
            ],
          },
        ],
      },
    },
  };
}

describe("An account of the offline provider", () => {
  let folder: string;
  let file: string;
  let aws: LocalAws;
  let ecs: ECSClient;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "local-aws-"));
    file = join(folder, `${account}.json`);
    const placed = Object.entries(resources()).map(([key, resource]) => [
      key,
      { ...resource, region: "eu-west-1" },
    ]);
    writeFileSync(file, JSON.stringify({ version: 1, account, resources: Object.fromEntries(placed) }));
    aws = await LocalAws.fromOfflineAccount(file, account);
    aws.stopTime();
    aws.addRepository("orders", { accounts: [account] });
    ecs = new ECSClient(clientOptions(aws));
  });

  afterEach(async () => {
    ecs.destroy();
    await aws.stop();
    rmSync(folder, { recursive: true });
  });

  function saved(): Record<string, Record<string, unknown>> {
    aws.saveTo(file);
    const { resources: after } = JSON.parse(readFileSync(file, "utf8"));
    return Object.fromEntries(
      Object.entries<{ values: Record<string, unknown> }>(after).map(([key, { values }]) => [key, values]),
    );
  }

  test("runs what Terraform gave the service", () => {
    expect(aws.service("dev", "orders").running()).toMatchObject([{ revisionArn: template, tasks: 2 }]);
  });

  test("is left as it was by saving it at once", () => {
    const before = Object.fromEntries(Object.entries(resources()).map(([key, { values }]) => [key, values]));
    expect(saved()).toEqual(before);
  });

  test("gets what a deployment changed: revision, groups and weights, and nothing else of the service", async () => {
    const taskDefinition = await release(ecs, aws.service("dev", "orders"), aws.pushImage("orders"));
    aws.tick(40);
    const { service, rule: ruleAfter, template: templateAfter } = saved();
    const before = resources();
    const [balancer] = before["service"]?.values["load_balancer"] as [Record<string, unknown>];
    expect({ service, ruleAfter, templateAfter }).toEqual({
      service: {
        ...before["service"]?.values,
        task_definition: taskDefinition,
        load_balancer: [
          {
            ...balancer,
            target_group_arn: green,
            advanced_configuration: [
              { alternate_target_group_arn: blue, production_listener_rule: rule, role_arn: "role" },
            ],
          },
        ],
      },
      ruleAfter: {
        ...before["rule"]?.values,
        action: [
          {
            type: "forward",
            order: 1,
            forward: [
              {
                stickiness: [],
                target_group: [
                  { arn: blue, weight: 0 },
                  { arn: green, weight: 100 },
                ],
              },
            ],
          },
        ],
      },
      templateAfter: before["template"]?.values,
    });
  });

  test("gets the revisions that deploys registered", async () => {
    const taskDefinition = await release(ecs, aws.service("dev", "orders"), aws.pushImage("orders"));
    expect(Object.values(saved()).map(({ arn }) => arn)).toContain(taskDefinition);
  });
});
