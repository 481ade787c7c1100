import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { InternalLoadBalancer } from "../../../constructs/load-balancing/internal-load-balancer";
import { synthesize } from "../../../testing/synthesize";
import { outputOf } from "../../support/output-of";

function aBalancer(scope: Construct) {
  return new InternalLoadBalancer(scope, "Balancer", {
    name: "test",
    vpcId: "vpc-1",
    privateSubnetIds: ["subnet-a", "subnet-b"],
  });
}

const synthesis = synthesize((stack) => aBalancer(stack));

describe("InternalLoadBalancer", () => {
  test("is closed until a caller declares its edge", () => {
    expect([
      synthesis.count(VpcSecurityGroupIngressRule),
      synthesis.count(VpcSecurityGroupEgressRule),
    ]).toEqual([0, 0]);
  });

  test("is internal, in private subnets", () => {
    expect(synthesis.only(Lb)).toMatchObject({
      name: "test-internal",
      internal: true,
      subnets: ["subnet-a", "subnet-b"],
    });
  });

  test("has no listener of its own: each backend brings one", () => {
    expect(synthesis.count(LbListener)).toBe(0);
  });

  test("has a zone that only its VPC asks", () => {
    expect(synthesis.only(Route53Zone)).toMatchObject({ name: "test.internal", vpc: [{ vpc_id: "vpc-1" }] });
  });

  test.each([
    ["hostedZoneId", "${aws_lb.balancer.zone_id}"],
    ["zoneId", "${aws_route53_zone.balancer_zone.zone_id}"],
    ["zoneName", "test.internal"],
  ] as const)("offers as %s %s", (attribute, value) => {
    expect(outputOf((stack) => aBalancer(stack)[attribute])).toBe(value);
  });
});
