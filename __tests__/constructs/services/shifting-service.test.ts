import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { DataAwsLbListenerRule } from "@cdktf/provider-aws/lib/data-aws-lb-listener-rule";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { Deployment } from "../../../contract/deployment";
import { BackendService } from "../../../constructs/services/backend-service";
import { FrontendService } from "../../../constructs/services/frontend-service";
import { synthesize } from "../../../testing/synthesize";
import { rolling, shifting } from "../../support/a-deployment";
import { aPublicLoadBalancer, anInternalLoadBalancer } from "../../support/a-network";
import { serviceSettings } from "../../support/a-service";

function backend(deployment: Deployment) {
  return synthesize((stack) => {
    new BackendService(stack, "Orders", {
      ...serviceSettings(),
      port: 8080,
      internalLoadBalancer: anInternalLoadBalancer(),
      deployment,
    });
  });
}

const testHeader = { name: "x-release", value: "7f3c9a" };
const functionArn = "arn:aws:lambda:eu-west-1:123456789012:function:ask";
const hooks = [{ functionArn, stages: ["POST_TEST_TRAFFIC_SHIFT"] }];
const first = "${aws_lb_target_group.orders_target_group.arn}";
const second = "${aws_lb_target_group.orders_alternate_target_group.arn}";
const pair = [
  {
    type: "forward",
    forward: {
      target_group: [
        { arn: first, weight: 100 },
        { arn: second, weight: 0 },
      ],
    },
  },
];

describe("A service that rolls", () => {
  const synthesis = backend(rolling());

  test("has one target group", () => {
    expect(Object.keys(synthesis.resources(LbTargetGroup))).toEqual(["orders_target_group"]);
  });

  test("says so, because the provider keeps the strategy of a service that says nothing", () => {
    expect(synthesis.only(EcsService)).toMatchObject({
      deployment_controller: { type: "ECS" },
      deployment_configuration: { strategy: "ROLLING" },
    });
  });

  test("is rolled back by its circuit breaker and its alarms", () => {
    const alarms = { ...rolling().alarms, names: ["latency", "queue"] };
    expect(backend(rolling({ alarms })).only(EcsService)).toMatchObject({
      deployment_circuit_breaker: { enable: true, rollback: true },
      alarms: {
        enable: true,
        rollback: true,
        alarm_names: ["${aws_cloudwatch_metric_alarm.orders_error_alarm.alarm_name}", "latency", "queue"],
      },
    });
  });

  test("has no alarm of its own where no share is given", () => {
    const quiet = backend(rolling({ alarms: { names: [], periodSeconds: 60, evaluationPeriods: 3 } }));
    expect(quiet.count(CloudwatchMetricAlarm)).toBe(0);
    expect(quiet.only(EcsService)).not.toHaveProperty("alarms");
  });
});

describe("A service that shifts traffic", () => {
  const synthesis = backend(shifting("blue-green", { testHeader, hooks }));
  const rules = synthesis.resources(LbListenerRule);

  test("has a second target group, and the first one under its old address", () => {
    expect(Object.keys(synthesis.resources(LbTargetGroup)).sort()).toEqual([
      "orders_alternate_target_group",
      "orders_target_group",
    ]);
  });

  test("has a second group like the first, under a name as long", () => {
    const groups = synthesis.resources(LbTargetGroup);
    const [one, other] = [groups["orders_target_group"], groups["orders_alternate_target_group"]];
    expect({ ...other, name: "", "//": "" }).toEqual({ ...one, name: "", "//": "" });
    expect(other?.["name"]).toMatch(/^test-orders-[0-9a-f]{4}$/);
    expect(other?.["name"]).not.toBe(one?.["name"]);
  });

  test.each(["orders_rule", "orders_test_rule"])("begins with all traffic on the first group: %s", (name) => {
    expect(rules[name]).toMatchObject({ action: pair, lifecycle: { ignore_changes: ["action"] } });
  });

  test("has a test rule that needs the header as well, and is asked first", () => {
    expect(rules["orders_test_rule"]).toMatchObject({
      priority: 1,
      condition: [
        { path_pattern: { values: ["/*"] } },
        { http_header: { http_header_name: "x-release", values: ["7f3c9a"] } },
      ],
    });
    expect(rules["orders_rule"]).toMatchObject({ priority: 10 });
  });

  test("leaves its load balancers to ECS, and waits for role, hooks and rules", () => {
    const service = synthesis.only(EcsService);
    expect(service).toMatchObject({ lifecycle: { ignore_changes: ["task_definition", "load_balancer"] } });
    expect(service["depends_on"]).toEqual(
      expect.arrayContaining([
        "aws_lb_listener_rule.orders_rule",
        "aws_lb_listener_rule.orders_test_rule",
        "aws_iam_role_policy.orders_infrastructure_role_policy",
        "aws_iam_role_policy.orders_hooks_role_policy",
      ]),
    );
  });

  test("tells ECS its groups, rules and role", () => {
    expect(synthesis.only(EcsService)).toMatchObject({
      load_balancer: [
        {
          target_group_arn: first,
          advanced_configuration: {
            alternate_target_group_arn: second,
            production_listener_rule: "${aws_lb_listener_rule.orders_rule.arn}",
            test_listener_rule: "${aws_lb_listener_rule.orders_test_rule.arn}",
            role_arn: "${aws_iam_role.orders_infrastructure_role.arn}",
          },
        },
      ],
    });
  });

  test("calls its hooks with a role that may call these functions only", () => {
    expect(synthesis.only(EcsService)).toMatchObject({
      deployment_configuration: {
        lifecycle_hook: [
          {
            hook_target_arn: functionArn,
            lifecycle_stages: ["POST_TEST_TRAFFIC_SHIFT"],
            role_arn: "${aws_iam_role.orders_hooks_role.arn}",
          },
        ],
      },
    });
    expect(
      synthesis.dataSources(DataAwsIamPolicyDocument)["orders_hooks_role_policy_document"],
    ).toMatchObject({
      statement: [{ actions: ["lambda:InvokeFunction"], resources: [functionArn] }],
    });
  });

  test("lets ECS register tasks in this pair and change these rules, and nothing else", () => {
    const documents = synthesis.dataSources(DataAwsIamPolicyDocument);
    const { statement } = documents["orders_infrastructure_role_policy_document"] as {
      statement: readonly { readonly sid: string; readonly resources: readonly string[] }[];
    };
    expect(Object.fromEntries(statement.map(({ sid, resources }) => [sid, resources]))).toEqual({
      ReadLoadBalancers: ["*"],
      RegisterTasks: [first, second],
      ShiftTraffic: [
        "${aws_lb_listener_rule.orders_rule.arn}",
        "${aws_lb_listener_rule.orders_test_rule.arn}",
      ],
    });
    expect(JSON.stringify(statement)).not.toContain("ModifyListener");
  });

  test("has neither hooks role nor test rule without hooks and header", () => {
    const plain = backend(shifting("canary"));
    expect(Object.keys(plain.resources(IamRole))).not.toContain("orders_hooks_role");
    expect(Object.keys(plain.resources(LbListenerRule))).toEqual(["orders_rule"]);
  });

  test.each<[Deployment, object]>([
    [shifting("blue-green"), { strategy: "BLUE_GREEN", bake_time_in_minutes: "5" }],
    [
      shifting("canary"),
      {
        strategy: "CANARY",
        bake_time_in_minutes: "5",
        canary_configuration: { canary_percent: 10, canary_bake_time_in_minutes: "10" },
      },
    ],
    [
      shifting("linear"),
      {
        strategy: "LINEAR",
        bake_time_in_minutes: "5",
        linear_configuration: { step_percent: 10, step_bake_time_in_minutes: "5" },
      },
    ],
  ])("shifts as declared (%#)", (deployment, configuration) => {
    expect(backend(deployment).only(EcsService)["deployment_configuration"]).toEqual(configuration);
  });
});

describe("A service that moves to another strategy", () => {
  const synthesis = backend(shifting("canary", { changesFrom: "rolling", testHeader }));

  test("gives rules and load balancers back to Terraform for one apply", () => {
    for (const rule of Object.values(synthesis.resources(LbListenerRule)))
      expect(rule).not.toHaveProperty("lifecycle");
    expect(synthesis.only(EcsService)).toMatchObject({ lifecycle: { ignore_changes: ["task_definition"] } });
  });

  test("reads its rule by listener and priority, so that the plan already knows it", () => {
    expect(Object.values(synthesis.dataSources(DataAwsLbListenerRule))).toMatchObject([
      { listener_arn: "${aws_lb_listener.orders_listener.arn}", priority: 10 },
    ]);
  });

  test("moves only while the first group has all traffic", () => {
    expect(synthesis.only(EcsService)["lifecycle"]).toMatchObject({
      precondition: [
        {
          condition: expect.stringContaining("group.arn == aws_lb_target_group.orders_target_group.arn"),
          error_message: expect.stringContaining("deploy once more (ecs-env sync)"),
        },
      ],
    });
  });

  test("reads nothing once it has moved", () => {
    expect(backend(shifting("canary")).dataSources(DataAwsLbListenerRule)).toEqual({});
  });
});

describe("A frontend that shifts traffic", () => {
  function frontend(routes: FrontendRoutes, deployment: Deployment = shifting("blue-green", { testHeader })) {
    return synthesize((stack) => {
      new FrontendService(stack, "Shop", {
        ...serviceSettings({ name: "shop", containers: [{ name: "shop" }] }),
        port: 8080,
        publicLoadBalancer: aPublicLoadBalancer(),
        deployment,
        routes,
      });
    });
  }
  type FrontendRoutes = ConstructorParameters<typeof FrontendService>[2]["routes"];

  test("has its test rule before its route", () => {
    const synthesis = frontend([{ path: "/*", host: "a.example.com", priority: 100, testPriority: 99 }]);
    expect(synthesis.resources(LbListenerRule)["shop_test_rule"]).toMatchObject({
      listener_arn: "arn:public-listener",
      priority: 99,
      condition: [
        { host_header: { values: ["a.example.com"] } },
        { path_pattern: { values: ["/*"] } },
        { http_header: { values: ["7f3c9a"] } },
      ],
    });
  });

  test("is refused with more than one route", () => {
    const routes = [
      { path: "/*", priority: 100, testPriority: 99 },
      { path: "/a", priority: 50 },
    ];
    expect(() => frontend(routes)).toThrow("must be one route with blue-green deployments");
  });

  test.each([undefined, 100, 0, 1.5])(
    "is refused with the test priority %p for a route of 100",
    (testPriority) => {
      expect(() => frontend([{ path: "/*", priority: 100, testPriority }])).toThrow(
        "must be a whole number from 1 to 99",
      );
    },
  );
});
