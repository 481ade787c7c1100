import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { SecurityGroup } from "../../../constructs/network/security-group";
import { BackendService, type BackendServiceProps } from "../../../constructs/services/backend-service";
import { synthesize } from "../../../testing/synthesize";
import { anInternalLoadBalancer } from "../../support/a-network";
import { serviceSettings } from "../../support/a-service";

function synthesizeBackend(
  props: Partial<BackendServiceProps> = {},
  use: (backend: BackendService) => void = () => undefined,
) {
  return synthesize((stack) => {
    use(
      new BackendService(stack, "Orders", {
        ...serviceSettings(),
        port: 8080,
        internalLoadBalancer: anInternalLoadBalancer(),
        ...props,
      }),
    );
  });
}

describe("BackendService", () => {
  const synthesis = synthesizeBackend({ healthCheck: { path: "/health", graceSeconds: 90 } });

  test("has a listener of its own on the internal load balancer", () => {
    expect(synthesis.only(LbListener)).toMatchObject({
      load_balancer_arn: "arn:internal-load-balancer",
      port: 8080,
      protocol: "HTTP",
    });
  });

  test("stands behind a rule, never behind the listener's default action", () => {
    expect(synthesis.only(LbListener)).toMatchObject({
      default_action: [{ type: "fixed-response", fixed_response: { status_code: "404" } }],
    });
    expect(synthesis.only(LbListenerRule)).toMatchObject({
      listener_arn: "${aws_lb_listener.orders_listener.arn}",
      priority: 10,
      condition: [{ path_pattern: { values: ["/*"] } }],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.orders_target_group.arn}" }],
    });
  });

  test("does not name its server", () => {
    expect(synthesis.only(LbListener)).toMatchObject({ routing_http_response_server_enabled: false });
  });

  test("has a target group named by environment and service", () => {
    expect(synthesis.only(LbTargetGroup)["name"]).toMatch(/^test-orders-[0-9a-f]{4}$/);
  });

  test("has its target group in the network of its tasks", () => {
    expect(synthesis.only(LbTargetGroup)).toMatchObject({ vpc_id: "vpc-1" });
  });

  test("may do what is added to its task role", () => {
    const statement = { sid: "ReadQueue", actions: ["sqs:ReceiveMessage"], resources: ["arn:queue"] };
    const own = synthesizeBackend({}, (backend) => backend.addToTaskRole(statement));
    expect(own.dataSources(DataAwsIamPolicyDocument)).toMatchObject({
      orders_task_role_policy_document: { statement: [statement] },
    });
  });

  test("leaves its rule to Terraform with rolling deployments", () => {
    expect(synthesis.only(LbListenerRule)).not.toHaveProperty("lifecycle");
  });

  test("waits for its rule, because ECS refuses a target group that no listener uses", () => {
    expect(synthesis.only(EcsService)["depends_on"]).toContain("aws_lb_listener_rule.orders_rule");
  });

  test("gets requests on its port, with its health check and grace", () => {
    expect(synthesis.only(LbTargetGroup)).toMatchObject({ port: 8080, health_check: { path: "/health" } });
    expect(synthesis.only(EcsService)).toMatchObject({
      load_balancer: [
        {
          target_group_arn: "${aws_lb_target_group.orders_target_group.arn}",
          container_name: "orders",
          container_port: 8080,
        },
      ],
      health_check_grace_period_seconds: 90,
    });
  });

  test("has a name in the private zone", () => {
    expect(synthesis.only(Route53Record)).toMatchObject({
      zone_id: "ZPRIVATE",
      name: "orders.test.internal",
      type: "A",
      alias: { name: "internal-test.elb.amazonaws.com", zone_id: "ZELB", evaluate_target_health: true },
    });
  });

  test("is reached by the internal load balancer only", () => {
    const group = "${aws_security_group.orders_security_group.id}";
    const rules = Object.values(synthesis.resources(VpcSecurityGroupIngressRule));
    const incoming = rules.filter((rule) => rule["security_group_id"] === group);
    expect(incoming).toEqual([
      expect.objectContaining({
        referenced_security_group_id: "sg-internal-load-balancer",
        from_port: 8080,
        to_port: 8080,
      }),
    ]);
  });

  test("gives requests 30 seconds to end by default", () => {
    expect(synthesis.only(LbTargetGroup)).toMatchObject({ deregistration_delay: "30" });
  });

  test("gives requests as long as told", () => {
    const own = synthesizeBackend({ deregistrationDelaySeconds: 20 });
    expect(own.only(LbTargetGroup)).toMatchObject({ deregistration_delay: "20" });
  });
});

describe("The listener port of a backend", () => {
  test("may differ from the port of the application", () => {
    const synthesis = synthesizeBackend({ listenerPort: 9000 });
    expect([synthesis.only(LbListener)["port"], synthesis.only(LbTargetGroup)["port"]]).toEqual([9000, 8080]);
  });

  test.each([
    [undefined, "http://orders.test.internal:8080"],
    [9000, "http://orders.test.internal:9000"],
  ])("%p stands in the URL that callers call", (listenerPort, url) => {
    let actual = "";
    synthesizeBackend({ listenerPort }, (backend) => (actual = backend.url));
    expect(actual).toBe(url);
  });
});

describe("A call to a backend", () => {
  const synthesis = synthesize((stack) => {
    const backend = new BackendService(stack, "Orders", {
      ...serviceSettings(),
      port: 8080,
      listenerPort: 9000,
      internalLoadBalancer: anInternalLoadBalancer(),
    });
    const securityGroup = new SecurityGroup(stack, "Shop", {
      name: "test-shop",
      peerName: "shop",
      vpcId: "vpc-1",
    });
    backend.allowCallsFrom({ name: "shop", securityGroup }, "Shop places orders");
  });
  const shop = "${aws_security_group.shop.id}";

  test("opens one way, from the caller to the load balancer on the backend's listener port", () => {
    const rules = Object.values(synthesis.resources(VpcSecurityGroupEgressRule));
    expect(rules.filter((rule) => rule["security_group_id"] === shop)).toEqual([
      expect.objectContaining({
        referenced_security_group_id: "sg-internal-load-balancer",
        from_port: 9000,
        to_port: 9000,
        description: "Shop places orders",
      }),
    ]);
  });

  test("is let in by the load balancer on that port only", () => {
    const rules = Object.values(synthesis.resources(VpcSecurityGroupIngressRule));
    expect(rules.filter((rule) => rule["referenced_security_group_id"] === shop)).toEqual([
      expect.objectContaining({
        security_group_id: "sg-internal-load-balancer",
        from_port: 9000,
        to_port: 9000,
      }),
    ]);
  });
});
