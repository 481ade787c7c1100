import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import type { Construct } from "constructs";
import {
  PublicLoadBalancer,
  type PublicLoadBalancerProps,
} from "../../../constructs/load-balancing/public-load-balancer";
import { synthesize } from "../../../testing/synthesize";
import { outputOf } from "../../support/output-of";

function aBalancer(scope: Construct, props: Partial<PublicLoadBalancerProps> = {}) {
  return new PublicLoadBalancer(scope, "Balancer", {
    name: "test",
    vpcId: "vpc-1",
    publicSubnetIds: ["subnet-a", "subnet-b"],
    traffic: { certificateArn: "arn:certificate" },
    ...props,
  });
}

function synthesizeBalancer(props: Partial<PublicLoadBalancerProps> = {}) {
  return synthesize((stack) => aBalancer(stack, props));
}

const notFound = {
  type: "fixed-response",
  fixed_response: { content_type: "text/plain", message_body: "Not found", status_code: "404" },
};

function openPorts(synthesis: ReturnType<typeof synthesizeBalancer>) {
  return Object.values(synthesis.resources(VpcSecurityGroupIngressRule)).map((rule) => [
    rule["cidr_ipv4"],
    rule["from_port"],
    rule["to_port"],
  ]);
}

describe("PublicLoadBalancer with a certificate", () => {
  const synthesis = synthesizeBalancer();

  test("is open to the internet on 443 and 80, and on nothing else", () => {
    expect(openPorts(synthesis)).toEqual([
      ["0.0.0.0/0", 443, 443],
      ["0.0.0.0/0", 80, 80],
    ]);
  });

  test("says why for every port", () => {
    const rules = Object.values(synthesis.resources(VpcSecurityGroupIngressRule));
    expect(rules.map((rule) => rule["description"])).toEqual([
      "Everyone reaches the frontends by HTTPS",
      "HTTP is answered with a redirect to HTTPS",
    ]);
  });

  test("serves HTTPS with the certificate and TLS 1.2 or newer", () => {
    expect(synthesis.resource(LbListener, "balancer_https_listener")).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      certificate_arn: "arn:certificate",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    });
  });

  test("answers 404 to what no frontend has a route for", () => {
    expect(synthesis.resource(LbListener, "balancer_https_listener")).toMatchObject({
      default_action: [notFound],
    });
  });

  test("tells browsers to use HTTPS for a year, subdomains not included", () => {
    expect(synthesis.resource(LbListener, "balancer_https_listener")).toMatchObject({
      routing_http_response_strict_transport_security_header_value: "max-age=31536000",
    });
  });

  test("redirects HTTP for good", () => {
    expect(synthesis.resource(LbListener, "balancer_http_redirect")).toMatchObject({
      port: 80,
      protocol: "HTTP",
      default_action: [
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
      ],
    });
  });

  test("has no other listener", () => {
    expect(synthesis.count(LbListener)).toBe(2);
  });

  test("does not name its server", () => {
    const listeners = Object.values(synthesis.resources(LbListener));
    expect(listeners.map((listener) => listener["routing_http_response_server_enabled"])).toEqual([
      false,
      false,
    ]);
  });

  test("stands in public subnets", () => {
    expect(synthesis.only(Lb)).toMatchObject({ internal: false, subnets: ["subnet-a", "subnet-b"] });
  });

  test("offers the HTTPS listener to frontends", () => {
    const listener = outputOf((stack) => aBalancer(stack).listenerArn);
    expect(listener).toBe("${aws_lb_listener.balancer_https_listener.arn}");
  });
});

describe("PublicLoadBalancer without a certificate", () => {
  const synthesis = synthesizeBalancer({ traffic: "unencrypted-http-only" });

  test("is open to the internet on 80 and on nothing else", () => {
    expect(openPorts(synthesis)).toEqual([["0.0.0.0/0", 80, 80]]);
  });

  test("serves HTTP and answers 404 to what no frontend has a route for", () => {
    expect(synthesis.only(LbListener)).toMatchObject({
      port: 80,
      protocol: "HTTP",
      default_action: [notFound],
    });
  });

  test("sends no header that AWS refuses on HTTP", () => {
    expect(synthesis.only(LbListener)).not.toHaveProperty(
      "routing_http_response_strict_transport_security_header_value",
    );
  });
});

describe("The web ACL of a public load balancer", () => {
  test("is not there by default", () => {
    expect(synthesizeBalancer().count(Wafv2WebAclAssociation)).toBe(0);
  });

  test("stands in front of the load balancer", () => {
    expect(synthesizeBalancer({ webAclArn: "arn:acl" }).only(Wafv2WebAclAssociation)).toMatchObject({
      web_acl_arn: "arn:acl",
      resource_arn: "${aws_lb.balancer.arn}",
    });
  });
});
