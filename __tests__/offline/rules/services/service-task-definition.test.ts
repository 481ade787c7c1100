import { serviceTaskDefinition } from "../../../../offline/rules/services/service-task-definition";
import { isRecord } from "../../../../offline/values/value-shape";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, refusals } from "../../../support/a-cloud";

const containers = [{ name: "app", image: "nginx", portMappings: [{ containerPort: 8080 }] }];

function service(values: Values, task: Value | undefined) {
  const cloud = aCloud([
    {
      type: "aws_ecs_task_definition",
      values: {
        family: "app",
        revision: 1,
        network_mode: "awsvpc",
        task_role_arn: "role",
        container_definitions: JSON.stringify(containers),
        ...(isRecord(task) ? task : {}),
      },
    },
  ]);
  const network = { network_configuration: [{ subnets: ["subnet-1"] }] };
  return aChange("aws_ecs_service", { task_definition: "app:1", ...network, ...values }, { cloud });
}

describe("A service and its task definition", () => {
  test.each<[string, Values]>([
    ["container and port", { load_balancer: [{ container_name: "app", container_port: 8080 }] }],
    ["a container not known yet", { load_balancer: [{ container_name: unknown, container_port: 8080 }] }],
    ["commands with a task role", { enable_execute_command: true }],
    [
      "no network configuration in bridge mode",
      { network_configuration: [], task: { network_mode: "bridge" } },
    ],
    ["a task definition that is not there", { task_definition: "app:2", network_configuration: [] }],
  ])("agree: %s", (_, { task, ...values }) => {
    expect(refusals(serviceTaskDefinition, service(values, task))).toEqual([]);
  });

  test.each<[string, Values, string]>([
    [
      "container",
      { load_balancer: [{ container_name: "web", container_port: 8080 }] },
      "The container web does not exist in the task definition.",
    ],
    [
      "port",
      { load_balancer: [{ container_name: "app", container_port: 80 }] },
      "The container app did not have a container port 80 defined.",
    ],
    [
      "network",
      { network_configuration: [] },
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    [
      "commands",
      { enable_execute_command: true, task: { task_role_arn: null } },
      "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    ],
  ])("disagree: %s", (_, { task, ...values }, message) => {
    expect(refusals(serviceTaskDefinition, service(values, task)).map((refusal) => refusal.message)).toEqual([
      message,
    ]);
  });

  test("are compared by the newest revision of a family", () => {
    const cloud = aCloud([
      { type: "aws_ecs_task_definition", values: { family: "app", revision: 1, network_mode: "awsvpc" } },
      { type: "aws_ecs_task_definition", values: { family: "app", revision: 2, network_mode: "bridge" } },
    ]);
    expect(
      refusals(
        serviceTaskDefinition,
        aChange("aws_ecs_service", { task_definition: "app", network_configuration: [] }, { cloud }),
      ),
    ).toEqual([]);
  });
});
