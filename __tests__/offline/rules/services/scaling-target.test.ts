import { scalingTarget } from "../../../../offline/rules/services/scaling-target";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

describe("A scalable target", () => {
  test.each<[string, Values]>([
    ["one size", { min_capacity: 2, max_capacity: 2 }],
    ["a service", { service_namespace: "ecs", resource_id: "service/dev/app" }],
    ["unknown", { service_namespace: "ecs", resource_id: unknown, min_capacity: unknown, max_capacity: 1 }],
    ["a table", { service_namespace: "dynamodb", resource_id: "table/orders" }],
  ])("is accepted: %s", (_, values) => {
    expect(codes(scalingTarget, aChange("aws_appautoscaling_target", values))).toEqual([]);
  });

  test.each<[string, Values]>([
    ["more than the most", { min_capacity: 3, max_capacity: 2 }],
    [
      "an ARN",
      { service_namespace: "ecs", resource_id: "arn:aws:ecs:eu-west-1:111111111111:service/dev/app" },
    ],
  ])("is refused: %s", (_, values) => {
    expect(codes(scalingTarget, aChange("aws_appautoscaling_target", values))).toEqual([
      "ValidationException",
    ]);
  });
});
