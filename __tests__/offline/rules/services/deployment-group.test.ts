import { deploymentGroup } from "../../../../offline/rules/services/deployment-group";
import { aChange, aCloud, refusals } from "../../../support/a-cloud";

function group(controller: string, forwardsTo: string, listener = "own") {
  const cloud = aCloud([
    {
      type: "aws_ecs_service",
      values: { name: "api", cluster: "arn:cluster/dev", deployment_controller: [{ type: controller }] },
    },
    { type: "aws_lb_target_group", values: { name: "blue", arn: "arn:blue" } },
    { type: "aws_lb_target_group", values: { name: "green", arn: "arn:green" } },
    { type: "aws_lb_listener", values: { arn: "own", default_action: [{ type: "fixed-response" }] } },
    {
      type: "aws_lb_listener_rule",
      values: { listener_arn: "own", action: [{ type: "forward", target_group_arn: forwardsTo }] },
    },
  ]);
  const pair = {
    prod_traffic_route: [{ listener_arns: [listener] }],
    target_group: [{ name: "blue" }, { name: "green" }],
  };
  const values = {
    ecs_service: [{ cluster_name: "dev", service_name: "api" }],
    load_balancer_info: [{ target_group_pair_info: [pair] }],
  };
  return refusals(deploymentGroup, aChange("aws_codedeploy_deployment_group", values, { cloud })).map(
    ({ code }) => code,
  );
}

describe("A CodeDeploy group", () => {
  test("is taken with a service of CodeDeploy's, and a listener that leads to its pair", () => {
    expect(group("CODE_DEPLOY", "arn:green")).toEqual([]);
  });

  test("is refused with a service that ECS deploys", () => {
    expect(group("ECS", "arn:blue")).toEqual(["InvalidECSServiceException"]);
  });

  test("is refused with a listener that leads elsewhere", () => {
    expect(group("CODE_DEPLOY", "arn:red")).toEqual(["InvalidLoadBalancerInfoException"]);
  });

  test("may name a listener of another account file", () => {
    expect(group("CODE_DEPLOY", "arn:red", "far")).toEqual([]);
  });
});
