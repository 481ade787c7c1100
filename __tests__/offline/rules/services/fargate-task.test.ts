import { fargateTask } from "../../../../offline/rules/services/fargate-task";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, codes, refusals } from "../../../support/a-cloud";

function task(container: Values, more: Values = {}) {
  return aChange("aws_ecs_task_definition", {
    requires_compatibilities: ["FARGATE"],
    network_mode: "awsvpc",
    container_definitions: JSON.stringify([{ name: "app", image: "nginx", ...container }]),
    ...more,
  });
}

const awslogs = { logConfiguration: { logDriver: "awslogs" } };
const privateImage = { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/app:1" };

describe("A Fargate task", () => {
  test("with a public image needs no execution role", () => {
    expect(codes(fargateTask, task({}))).toEqual([]);
  });

  test.each<[string, Values, string]>([
    ["logs", awslogs, "log driver awslogs"],
    ["ECR", privateImage, "ECR images"],
  ])("needs an execution role for %s", (_, container, what) => {
    expect(refusals(fargateTask, task(container))[0]?.message).toBe(
      `Fargate requires task definition to have execution role ARN to support ${what}.`,
    );
  });

  test.each<Value>(["arn:aws:iam::111111111111:role/execution", unknown])(
    "may have an execution role: %p",
    (role) => {
      expect(codes(fargateTask, task(awslogs, { execution_role_arn: role }))).toEqual([]);
    },
  );

  test.each<Value>([null, "bridge", "host"])("is refused with network mode %p", (mode) => {
    expect(codes(fargateTask, task({}, { network_mode: mode }))).toEqual(["ClientException"]);
  });

  test("is refused with a log driver of instances", () => {
    expect(codes(fargateTask, task({ logConfiguration: { logDriver: "syslog" } }))).toEqual([
      "ClientException",
    ]);
  });

  test("is not looked at while its containers are unknown", () => {
    expect(codes(fargateTask, task({}, { container_definitions: unknown }))).toEqual([]);
  });
});

test("A task on instances may use any network mode and driver", () => {
  const change = task(
    { logConfiguration: { logDriver: "syslog" } },
    { requires_compatibilities: ["EC2"], network_mode: "bridge" },
  );
  expect(codes(fargateTask, change)).toEqual([]);
});
