import { balancingRules } from "../../../../verify/rules/balancing/rules";
import { describeRules, findingsInOurs } from "../../../support/rule-cases";

const nothing = { "aws_sqs_queue.jobs": {} };
const lb = (values: object) => ({ "aws_lb.public": values });
const network = lb({ load_balancer_type: "network" });

/** Listeners of one public balancer, by name. */
function listeners(given: Readonly<Record<string, object>>, balancer: object = { internal: false }) {
  const bodies = Object.entries(given).map(([name, listener]) => [
    `aws_lb_listener.${name}`,
    { load_balancer_arn: "${aws_lb.public.arn}", ...listener },
  ]);
  return { "aws_lb.public": balancer, ...Object.fromEntries(bodies) };
}

const https = { port: 443, protocol: "HTTPS", default_action: { type: "forward" } };
const redirect = {
  port: 80,
  protocol: "HTTP",
  default_action: [{ type: "redirect", redirect: { protocol: "HTTPS", status_code: "HTTP_301" } }],
};
const forward = { port: 80, protocol: "HTTP", default_action: [{ type: "forward" }] };
const notFound = { port: 80, protocol: "HTTP", default_action: { type: "fixed-response" } };
const forwardRule = {
  "aws_lb_listener_rule.api": { listener_arn: "${aws_lb_listener.http.arn}", action: [{ type: "forward" }] },
};

const subnet = (zone: string) => ({ availability_zone: zone });
const subnets = { subnets: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"] };

describeRules(balancingRules, {
  "balancer-drops-invalid-headers": {
    passes: {
      true: lb({ drop_invalid_header_fields: true }),
      "true as text": lb({ drop_invalid_header_fields: "true" }),
    },
    fails: {
      "nothing said": [lb({}), "aws_lb.public drop_invalid_header_fields: nothing, which means false"],
      "the older name of the type": [
        { "aws_alb.public": { drop_invalid_header_fields: false } },
        "aws_alb.public drop_invalid_header_fields: false",
      ],
    },
    isNotAbout: { "network load balancers": network },
  },
  "balancer-mitigates-desync": {
    passes: {
      "nothing said": lb({}),
      defensive: lb({ desync_mitigation_mode: "defensive" }),
      strictest: lb({ desync_mitigation_mode: "strictest" }),
    },
    fails: {
      monitor: [lb({ desync_mitigation_mode: "monitor" }), 'aws_lb.public desync_mitigation_mode: "monitor"'],
    },
    isNotAbout: { "network load balancers": network },
  },
  "balancer-deletion-protection": {
    passes: { true: lb({ enable_deletion_protection: true }) },
    fails: {
      "nothing said": [lb({}), "aws_lb.public enable_deletion_protection: nothing, which means false"],
      "a variable without default": [
        lb({ enable_deletion_protection: "${var.protect}" }),
        "aws_lb.public enable_deletion_protection: var.protect",
      ],
    },
    isNotAbout: { "files without balancers": nothing },
  },
  "balancer-access-logs": {
    passes: { enabled: lb({ access_logs: [{ bucket: "logs", enabled: true }] }) },
    fails: {
      "no block": [lb({}), "aws_lb.public access_logs.enabled: nothing, which means false"],
      "a block that is not enabled": [
        lb({ access_logs: { bucket: "logs" } }),
        "aws_lb.public access_logs.enabled: nothing, which means false",
      ],
    },
    isNotAbout: { "gateway load balancers": lb({ load_balancer_type: "gateway" }) },
  },
  "http-redirects-to-https": {
    passes: {
      "a redirect beside HTTPS": listeners({ https, http: redirect }),
      "a fixed answer without HTTPS": listeners({ http: notFound }),
    },
    fails: {
      "forwarding beside HTTPS": [
        listeners({ https, http: forward }),
        'aws_lb_listener.http default_action: "forward"',
      ],
      "a fixed answer beside HTTPS": [
        listeners({ https, http: notFound }),
        'aws_lb_listener.http default_action: "fixed-response"',
      ],
      "a redirect to HTTP": [
        listeners({
          https,
          http: { ...redirect, default_action: { type: "redirect", redirect: { port: "81" } } },
        }),
        "aws_lb_listener.http default_action: a redirect to HTTP",
      ],
      "a rule that forwards beside a redirect": [
        { ...listeners({ https, http: redirect }), ...forwardRule },
        "aws_lb_listener_rule.api action: forward",
      ],
      "forwarding without HTTPS": [
        listeners({ http: forward }),
        'aws_lb_listener.http default_action: "forward"',
      ],
      "an action that only the caller knows": [
        listeners({ http: { ...forward, default_action: { type: "${var.action}" } } }),
        "aws_lb_listener.http default_action: var.action",
      ],
      "actions that only the caller knows": [
        listeners({ http: { ...forward, default_action: "${var.actions}" } }),
        "aws_lb_listener.http default_action: var.actions",
      ],
      "a balancer that may be internal": [
        listeners({ http: forward }, { internal: "${var.internal}" }),
        'aws_lb_listener.http default_action: "forward"',
      ],
    },
    isNotAbout: {
      "internal balancers": listeners({ http: forward }, { internal: true }),
      "HTTPS alone": listeners({ https }),
      "network load balancers": listeners({ http: forward }, { load_balancer_type: "network" }),
    },
  },
  "public-traffic-is-encrypted": {
    passes: {
      HTTPS: { ...listeners({ https, http: redirect }), ...forwardRule },
      "nothing that forwards": listeners({ http: notFound }),
    },
    fails: {
      "a rule that forwards, without HTTPS": [
        { ...listeners({ http: notFound }), ...forwardRule },
        "aws_lb.public : 1 rule that forwards plain HTTP",
      ],
    },
    isNotAbout: {
      "balancers without listeners": lb({}),
      "internal balancers": { ...listeners({ http: notFound }, { internal: true }), ...forwardRule },
    },
  },
  "listener-tls-policy": {
    passes: Object.fromEntries(
      [
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04",
        "ELBSecurityPolicy-FS-1-2-Res-2020-10",
        "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
      ].map((policy) => [policy, listeners({ https: { ...https, ssl_policy: policy } })]),
    ),
    fails: {
      "nothing said": [
        listeners({ https }),
        'aws_lb_listener.https ssl_policy: nothing, which means "ELBSecurityPolicy-2016-08"',
      ],
      "TLS 1.0 beside 1.3": [
        listeners({ tls: { protocol: "TLS", ssl_policy: "ELBSecurityPolicy-TLS13-1-0-2021-06" } }),
        'aws_lb_listener.tls ssl_policy: "ELBSecurityPolicy-TLS13-1-0-2021-06"',
      ],
      "TLS 1.1": [
        listeners({ https: { ...https, ssl_policy: "ELBSecurityPolicy-TLS-1-1-2017-01" } }),
        'aws_lb_listener.https ssl_policy: "ELBSecurityPolicy-TLS-1-1-2017-01"',
      ],
    },
    isNotAbout: { "plain HTTP": listeners({ http: redirect }) },
  },
  "balancer-spans-zones": {
    passes: {
      "two zones": {
        "aws_lb.public": subnets,
        "aws_subnet.a": subnet("eu-west-1a"),
        "aws_subnet.b": subnet("eu-west-1b"),
      },
      "two subnets of the caller": lb({ subnets: ["${var.subnets[0]}", "${var.subnets[1]}"] }),
      "a list of the caller, which AWS checks": lb({ subnets: "${var.subnets}" }),
    },
    fails: {
      "two subnets of one zone": [
        {
          "aws_lb.public": subnets,
          "aws_subnet.a": subnet("eu-west-1a"),
          "aws_subnet.b": subnet("eu-west-1a"),
        },
        "aws_lb.public subnets: 1 zone, of [aws_subnet.a.id, aws_subnet.b.id]",
      ],
      "two subnets of one zone that only AWS knows": [
        {
          "aws_lb.public": subnets,
          "aws_subnet.a": subnet("${data.aws_availability_zones.all.names[0]}"),
          "aws_subnet.b": subnet("${data.aws_availability_zones.all.names[0]}"),
          "data.aws_availability_zones.all": {},
        },
        "aws_lb.public subnets: 1 zone, of [aws_subnet.a.id, aws_subnet.b.id]",
      ],
      "one mapped subnet": [
        lb({ load_balancer_type: "network", subnet_mapping: [{ subnet_id: "subnet-1" }] }),
        'aws_lb.public subnet_mapping: 1 zone, of ["subnet-1"]',
      ],
      "a list of the caller, for a network load balancer": [
        lb({ load_balancer_type: "network", subnets: "${var.subnets}" }),
        "aws_lb.public subnets: var.subnets",
      ],
    },
    isNotAbout: { "files without balancers": nothing },
  },
  "public-balancer-has-web-acl": {
    passes: {
      "an association": {
        "aws_lb.public": { internal: false },
        "aws_wafv2_web_acl_association.public": { resource_arn: "${aws_lb.public.arn}" },
      },
    },
    fails: {
      "no association": [lb({}), "aws_lb.public : no aws_wafv2_web_acl_association for it"],
      "an association of something else": [
        {
          "aws_lb.public": {},
          "aws_wafv2_web_acl_association.api": { resource_arn: "${aws_api_gateway_stage.api.arn}" },
        },
        "aws_lb.public : no aws_wafv2_web_acl_association for it",
      ],
    },
    isNotAbout: { "internal balancers": lb({ internal: true }) },
  },
  "balancer-idle-timeout": {
    passes: { "nothing said": lb({}), "a minute": lb({ idle_timeout: 60 }) },
    fails: { "five minutes": [lb({ idle_timeout: 300 }), "aws_lb.public idle_timeout: 300"] },
    isNotAbout: { "network load balancers": network },
  },
});

test("our own environments keep the rules about load balancers", () => {
  expect(findingsInOurs(balancingRules)).toEqual([]);
});
