import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import {
  FrontendService,
  type FrontendServiceProps,
  type Route,
} from "../../../constructs/services/frontend-service";
import { synthesize } from "../../../testing/synthesize";
import { aPublicLoadBalancer } from "../../support/a-network";
import { serviceSettings } from "../../support/a-service";

function synthesizeFrontend(
  props: Partial<FrontendServiceProps> = {},
  use: (frontend: FrontendService) => void = () => undefined,
) {
  return synthesize((stack) => {
    const frontend = new FrontendService(stack, "Shop", {
      ...serviceSettings({ name: "shop", containers: [{ name: "shop" }] }),
      port: 8080,
      publicLoadBalancer: aPublicLoadBalancer(),
      routes: [{ path: "/*", priority: 1000 }],
      ...props,
    });
    use(frontend);
  });
}

function ruleNames(routes: readonly Route[]): string[] {
  return Object.keys(synthesizeFrontend({ routes }).resources(LbListenerRule));
}

describe("FrontendService", () => {
  const synthesis = synthesizeFrontend();

  test("is reached by the public load balancer only", () => {
    const group = "${aws_security_group.shop_security_group.id}";
    const rules = Object.values(synthesis.resources(VpcSecurityGroupIngressRule));
    expect(rules.filter((rule) => rule["security_group_id"] === group)).toEqual([
      expect.objectContaining({
        referenced_security_group_id: "sg-public-load-balancer",
        from_port: 8080,
        to_port: 8080,
      }),
    ]);
  });

  test("may do what is added to its task role", () => {
    const statement = { sid: "ReadQueue", actions: ["sqs:ReceiveMessage"], resources: ["arn:queue"] };
    const own = synthesizeFrontend({}, (frontend) => frontend.addToTaskRole(statement));
    expect(own.dataSources(DataAwsIamPolicyDocument)).toMatchObject({
      shop_task_role_policy_document: { statement: [statement] },
    });
  });

  test("has no listener of its own", () => {
    expect(synthesis.count(LbListener)).toBe(0);
  });

  test("waits for all its rules, because ECS refuses a target group that no listener uses", () => {
    const routes = [
      { path: "/*", priority: 1000 },
      { path: "/api/*", priority: 10 },
    ];
    const used = synthesizeFrontend({ routes });
    const rules = Object.keys(used.resources(LbListenerRule)).map((name) => `aws_lb_listener_rule.${name}`);
    expect(rules).toHaveLength(2);
    expect(used.only(EcsService)["depends_on"]).toEqual(expect.arrayContaining(rules));
  });

  test("scales on the requests of the public load balancer and its target group", () => {
    const scaling = { minTasks: 1, maxTasks: 2, requestsPerTarget: 100 };
    expect(synthesizeFrontend({ scaling }).only(AppautoscalingPolicy)).toMatchObject({
      target_tracking_scaling_policy_configuration: {
        predefined_metric_specification: {
          resource_label: "app/test-public/1/${aws_lb_target_group.shop_target_group.arn_suffix}",
        },
      },
    });
  });
});

describe("A route of a frontend", () => {
  test("forwards a path to the service", () => {
    expect(synthesizeFrontend().only(LbListenerRule)).toMatchObject({
      listener_arn: "arn:public-listener",
      priority: 1000,
      condition: [{ path_pattern: { values: ["/*"] } }],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.shop_target_group.arn}" }],
    });
  });

  test("may ask for a host too", () => {
    const routes = [{ host: "shop.example.com", path: "/*", priority: 10 }];
    expect(synthesizeFrontend({ routes }).only(LbListenerRule)).toMatchObject({
      condition: [{ host_header: { values: ["shop.example.com"] } }, { path_pattern: { values: ["/*"] } }],
    });
  });

  test("arrives as written when it looks like an expression", () => {
    const routes = [{ host: "${h}.example.com", path: "/${p}", priority: 10 }];
    expect(synthesizeFrontend({ routes }).only(LbListenerRule)).toMatchObject({
      condition: [
        { host_header: { values: ["$${h}.example.com"] } },
        { path_pattern: { values: ["/$${p}"] } },
      ],
    });
  });

  test("has an address that says what it is", () => {
    expect(ruleNames([{ host: "shop.example.com", path: "/api/*", priority: 10 }])).toEqual([
      expect.stringMatching(/^shop_route_shop_example_com_api_[0-9a-f]{4}$/),
    ]);
  });

  test("has an address that does not depend on its priority or place", () => {
    const [one, other] = [
      { path: "/a/*", priority: 1 },
      { path: "/b/*", priority: 2 },
    ] as const;
    expect(ruleNames([{ ...other, priority: 3 }, one]).sort()).toEqual(ruleNames([one, other]).sort());
  });

  test("has an address of its own when it differs only in characters that addresses cannot hold", () => {
    const routes = ["/a*", "/a?", "/a/*", "/a"].map((path, index) => ({ path, priority: index + 1 }));
    expect(new Set(ruleNames(routes)).size).toBe(4);
  });
});

describe("The routes of a frontend", () => {
  test("are refused when there are none", () => {
    expect(() => synthesizeFrontend({ routes: [] })).toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Shop: 1 problem
       routes  must name at least one route, got none. Use { path: "/*", priority: 1000 } for everything, or a Worker for a service nobody calls."
    `);
  });

  test.each([0, 50_001, -1, 1.5, NaN])("are refused with the priority %p", (priority) => {
    expect(() => synthesizeFrontend({ routes: [{ path: "/*", priority }] })).toThrow(
      "routes[0].priority  must be a whole number from 1 to 50000",
    );
  });

  test.each([1, 50_000])("may have the priority %p", (priority) => {
    expect(() => synthesizeFrontend({ routes: [{ path: "/*", priority }] })).not.toThrow();
  });

  test("are refused all at once", () => {
    const routes = [
      { path: "/a", priority: 0 },
      { path: "/b", priority: -1 },
    ];
    expect(() => synthesizeFrontend({ routes })).toThrow("2 problems");
  });

  test("are refused with the same path and host twice", () => {
    const routes = [
      { path: "/a", priority: 1 },
      { path: "/a", priority: 2 },
    ];
    expect(() => synthesizeFrontend({ routes })).toThrow(
      "routes[1]  must differ from every other route in path or host",
    );
  });

  test("are refused with the same priority twice", () => {
    const routes = [
      { path: "/a", priority: 1 },
      { path: "/b", priority: 1 },
    ];
    expect(() => synthesizeFrontend({ routes })).toThrow(
      "routes[1].priority  must differ from that of every other",
    );
  });
});
