import { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app";
import { CodedeployDeploymentConfig } from "@cdktf/provider-aws/lib/codedeploy-deployment-config";
import { CodedeployDeploymentGroup } from "@cdktf/provider-aws/lib/codedeploy-deployment-group";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { ShiftingDeployment } from "../../../contract/deployment";
import { BackendService } from "../../../constructs/services/backend-service";
import { synthesize } from "../../../testing/synthesize";
import { shifting } from "../../support/a-deployment";
import { anInternalLoadBalancer } from "../../support/a-network";
import { serviceSettings } from "../../support/a-service";

const functionArn = "arn:aws:lambda:eu-west-1:123456789012:function:ask";

function deployed(
  strategy: ShiftingDeployment["strategy"],
  settings: Partial<ShiftingDeployment> = {},
  use: (backend: BackendService) => void = () => undefined,
) {
  return synthesize((stack) => {
    use(
      new BackendService(stack, "Orders", {
        ...serviceSettings(),
        port: 8080,
        internalLoadBalancer: anInternalLoadBalancer(),
        deployment: shifting(strategy, { controller: "codedeploy", ...settings }),
      }),
    );
  });
}

describe("A service that CodeDeploy deploys", () => {
  const synthesis = deployed("blue-green", { bakeMinutes: 30 });

  test("has nothing that belongs to the ECS controller", () => {
    const service = synthesis.only(EcsService);
    expect(service).toMatchObject({ deployment_controller: { type: "CODE_DEPLOY" } });
    for (const own of ["alarms", "deployment_circuit_breaker", "deployment_configuration"])
      expect(service).not.toHaveProperty(own);
    expect(JSON.stringify(service["load_balancer"])).not.toContain("advanced_configuration");
  });

  test("leaves rule, load balancers and task definition to CodeDeploy", () => {
    expect(synthesis.only(EcsService)).toMatchObject({
      lifecycle: { ignore_changes: ["task_definition", "load_balancer"] },
    });
    expect(synthesis.only(LbListenerRule)).toMatchObject({ lifecycle: { ignore_changes: ["action"] } });
  });

  test("has an application and a group with its pair, its listener and its bake time", () => {
    expect(synthesis.only(CodedeployApp)).toMatchObject({ name: "test-orders", compute_platform: "ECS" });
    expect(synthesis.only(CodedeployDeploymentGroup)).toMatchObject({
      deployment_group_name: "test-orders",
      deployment_style: { deployment_type: "BLUE_GREEN", deployment_option: "WITH_TRAFFIC_CONTROL" },
      blue_green_deployment_config: {
        terminate_blue_instances_on_deployment_success: {
          action: "TERMINATE",
          termination_wait_time_in_minutes: 30,
        },
      },
      ecs_service: { cluster_name: "test", service_name: "${aws_ecs_service.orders.name}" },
      load_balancer_info: {
        target_group_pair_info: {
          prod_traffic_route: { listener_arns: ["${aws_lb_listener.orders_listener.arn}"] },
          target_group: [
            { name: "${aws_lb_target_group.orders_target_group.name}" },
            { name: "${aws_lb_target_group.orders_alternate_target_group.name}" },
          ],
        },
      },
    });
  });

  test("is rolled back when a deployment fails, is stopped, or an alarm fires", () => {
    expect(synthesis.only(CodedeployDeploymentGroup)).toMatchObject({
      auto_rollback_configuration: {
        enabled: true,
        events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST", "DEPLOYMENT_STOP_ON_ALARM"],
      },
      alarm_configuration: {
        enabled: true,
        alarms: ["${aws_cloudwatch_metric_alarm.orders_error_alarm.alarm_name}"],
      },
    });
  });

  test("watches no alarm where there is none", () => {
    const quiet = deployed("blue-green", { alarms: { names: [], periodSeconds: 60, evaluationPeriods: 3 } });
    const group = quiet.only(CodedeployDeploymentGroup);
    expect(group).not.toHaveProperty("alarm_configuration");
    expect(JSON.stringify(group)).not.toContain("STOP_ON_ALARM");
  });

  test("shifts all at once by AWS's own configuration", () => {
    expect(synthesis.count(CodedeployDeploymentConfig)).toBe(0);
    expect(synthesis.only(CodedeployDeploymentGroup)).toMatchObject({
      deployment_config_name: "CodeDeployDefault.ECSAllAtOnce",
    });
  });

  test.each([
    [
      "canary",
      "test-orders-canary-10-percent-10-minutes",
      { type: "TimeBasedCanary", time_based_canary: { percentage: 10, interval: 10 } },
    ],
    [
      "linear",
      "test-orders-linear-10-percent-5-minutes",
      { type: "TimeBasedLinear", time_based_linear: { percentage: 10, interval: 5 } },
    ],
  ] as const)("shifts in steps by a configuration of its own: %s", (strategy, name, routing) => {
    expect(deployed(strategy).only(CodedeployDeploymentConfig)).toMatchObject({
      deployment_config_name: name,
      compute_platform: "ECS",
      traffic_routing_config: routing,
      lifecycle: { create_before_destroy: true },
    });
  });

  test("may change its own rule and pass its own roles, and no listener", () => {
    const own = deployed("blue-green", { hooks: [{ functionArn, stages: ["BeforeAllowTraffic"] }] });
    const { statement } = own.dataSources(DataAwsIamPolicyDocument)[
      "orders_code_deploy_role_policy_document"
    ] as { statement: readonly { readonly sid: string; readonly resources: readonly string[] }[] };
    expect(Object.fromEntries(statement.map(({ sid, resources }) => [sid, resources]))).toMatchObject({
      ShiftTraffic: ["${aws_lb_listener_rule.orders_rule.arn}"],
      PassRolesToTasks: ["${aws_iam_role.orders_execution_role.arn}", "${aws_iam_role.orders_task_role.arn}"],
      CallHooks: [functionArn],
    });
    expect(JSON.stringify(statement)).not.toContain("ModifyListener");
  });

  test("tells the pipeline its application, group and hooks", () => {
    let told: unknown;
    deployed("blue-green", { hooks: [{ functionArn, stages: ["BeforeAllowTraffic"] }] }, (backend) => {
      told = Object.keys(backend.codedeploy ?? {});
      expect(backend.codedeploy?.hooks).toEqual({ BeforeAllowTraffic: functionArn });
    });
    expect(told).toEqual(["application", "deploymentGroup", "hooks"]);
  });

  test("is not told where ECS deploys", () => {
    deployed("blue-green", { controller: "ecs" }, (backend) => expect(backend.codedeploy).toBeUndefined());
    expect.assertions(1);
  });
});
