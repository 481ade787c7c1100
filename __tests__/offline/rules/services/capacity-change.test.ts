import { capacityChange } from "../../../../offline/rules/services/capacity-change";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, refusals } from "../../../support/a-cloud";

const [spot, fargate] = ["FARGATE_SPOT", "FARGATE"].map((name) => ({
  capacity_provider: name,
  base: null,
  weight: 1,
}));

function update(strategy: Value, more: Values = {}) {
  const values = { capacity_provider_strategy: [spot ?? null, fargate ?? null] };
  const existing = { key: "s", type: "aws_ecs_service", region: "eu-west-1", values };
  return aChange(
    "aws_ecs_service",
    { capacity_provider_strategy: strategy, ...more },
    { action: "update", existing },
  );
}

describe("A change of the capacity provider strategy", () => {
  test("is refused in the provider's words without a new deployment", () => {
    expect(refusals(capacityChange, update([fargate ?? null]))[0]?.message).toBe(
      "force_new_deployment should be true when capacity_provider_strategy is being updated",
    );
  });

  test("is accepted along with a new deployment", () => {
    expect(refusals(capacityChange, update([fargate ?? null], { force_new_deployment: true }))).toEqual([]);
  });

  test("is none when only the order differs", () => {
    expect(refusals(capacityChange, update([fargate ?? null, spot ?? null]))).toEqual([]);
  });

  test("is not seen before it is known", () => {
    expect(refusals(capacityChange, update([{ capacity_provider: unknown }]))).toEqual([]);
  });
});
