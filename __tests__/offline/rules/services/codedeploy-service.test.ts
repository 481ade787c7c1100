import { codedeployService } from "../../../../offline/rules/services/codedeploy-service";
import { type Values } from "../../../../offline/values/value";
import { aChange, refusals } from "../../../support/a-cloud";

function update(change: Values, controller = "CODE_DEPLOY") {
  const values = {
    deployment_controller: [{ type: controller }],
    network_configuration: [{ subnets: ["subnet-1"] }],
    desired_count: 1,
  };
  const existing = { key: "s", type: "aws_ecs_service", region: "eu-west-1", values };
  return aChange("aws_ecs_service", { ...values, ...change }, { action: "update", existing });
}

describe("A service that CodeDeploy deploys", () => {
  test("keeps its network", () => {
    expect(
      refusals(codedeployService, update({ network_configuration: [{ subnets: ["subnet-2"] }] }))[0]?.message,
    ).toBe(
      "Unable to update network parameters on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.",
    );
  });

  test("keeps its load balancers", () => {
    expect(refusals(codedeployService, update({ load_balancer: [{ target_group_arn: "b" }] }))).toHaveLength(
      1,
    );
  });

  test("may change its count", () => {
    expect(refusals(codedeployService, update({ desired_count: 2 }))).toEqual([]);
  });
});

test("A service that goes from CodeDeploy to ECS may change its load balancers along with it", () => {
  const change = { deployment_controller: [{ type: "ECS" }], load_balancer: [{ target_group_arn: "b" }] };
  expect(refusals(codedeployService, update(change))).toEqual([]);
});

test("A service that ECS deploys may change its network", () => {
  expect(
    refusals(codedeployService, update({ network_configuration: [{ subnets: ["subnet-2"] }] }, "ECS")),
  ).toEqual([]);
});
