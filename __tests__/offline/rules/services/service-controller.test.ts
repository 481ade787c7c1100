import { serviceController } from "../../../../offline/rules/services/service-controller";
import { aChange, refusals } from "../../../support/a-cloud";

function handOver(from: string, to: string) {
  const service = (type: string) => ({ name: "api", deployment_controller: [{ type }] });
  const existing = { key: "s", type: "aws_ecs_service", region: "eu-west-1", values: service(from) };
  return refusals(
    serviceController,
    aChange("aws_ecs_service", service(to), { action: "update", existing }),
  ).map(({ message }) => message);
}

describe("A service handed over to another controller", () => {
  test.each([
    ["ECS", "CODE_DEPLOY"],
    ["EXTERNAL", "CODE_DEPLOY"],
  ])("is refused from %s to %s", (from, to) => {
    expect(handOver(from, to)).toEqual([
      `Unable to update the deployment controller of the service from ${from} to ${to}.`,
    ]);
  });

  test.each([
    ["CODE_DEPLOY", "ECS"],
    ["CODE_DEPLOY", "EXTERNAL"],
    ["ECS", "EXTERNAL"],
    ["EXTERNAL", "ECS"],
    ["ECS", "ECS"],
  ])("is taken from %s to %s", (from, to) => {
    expect(handOver(from, to)).toEqual([]);
  });
});
