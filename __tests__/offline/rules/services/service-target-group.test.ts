import { serviceTargetGroup } from "../../../../offline/rules/services/service-target-group";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, refusals } from "../../../support/a-cloud";

const service = { task_definition: "app:1", load_balancer: [{ target_group_arn: "tg" }] };

function world(listener: Values, targetType = "ip") {
  return aCloud([
    { type: "aws_lb_target_group", values: { arn: "tg", target_type: targetType } },
    { type: "aws_lb_listener_rule", values: listener },
    { type: "aws_ecs_task_definition", values: { family: "app", revision: 1, network_mode: "awsvpc" } },
  ]);
}

const attached = { action: [{ target_group_arn: "tg" }] };

describe("The target group of a service", () => {
  test.each<[string, Values]>([
    ["a rule", attached],
    ["weights", { action: [{ forward: [{ target_group: [{ arn: "other" }, { arn: "tg" }] }] }] }],
    ["a default action", { default_action: [{ target_group_arn: "tg" }] }],
  ])("is accepted when it is reached by %s", (_, listener) => {
    expect(
      refusals(serviceTargetGroup, aChange("aws_ecs_service", service, { cloud: world(listener) })),
    ).toEqual([]);
  });

  test("is refused when no listener forwards to it", () => {
    const change = aChange("aws_ecs_service", service, {
      cloud: world({ action: [{ target_group_arn: "other" }] }),
    });
    expect(refusals(serviceTargetGroup, change)).toMatchObject([
      {
        code: "InvalidParameterException",
        message: "The target group with targetGroupArn tg does not have an associated load balancer.",
      },
    ]);
  });

  test("is refused for awsvpc when its targets are instances", () => {
    const change = aChange("aws_ecs_service", service, { cloud: world(attached, "instance") });
    expect(refusals(serviceTargetGroup, change)).toHaveLength(1);
  });

  test("is not looked at before it is known", () => {
    const values: Values = { ...service, load_balancer: [{ target_group_arn: unknown }] };
    expect(refusals(serviceTargetGroup, aChange("aws_ecs_service", values, { cloud: world({}) }))).toEqual(
      [],
    );
  });

  test("is not looked at in an update that leaves it alone", () => {
    const existing = { key: "s", type: "aws_ecs_service", region: "eu-west-1", values: service };
    const change = aChange(
      "aws_ecs_service",
      { ...service, desired_count: 3 },
      { action: "update", existing, cloud: world({}) },
    );
    expect(refusals(serviceTargetGroup, change)).toEqual([]);
  });
});
