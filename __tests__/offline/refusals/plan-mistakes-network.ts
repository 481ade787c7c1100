import { type Config, type Mistake, mistake } from "./mistake";
import { arn, everybody, forward, id, mainGroup, mainGroupArn, mainVpc } from "./well-formed";

const lb = (what: string, name: string, ...says: string[]) =>
  mistake("balancer-name", what, "aws_lb", { name, internal: true }, "ValidationError", name, ...says);
const bucket = (what: string, name: string, ...says: string[]) =>
  mistake("bucket-name", what, "aws_s3_bucket", { bucket: name }, "InvalidBucketName", name, ...says);
const groupRule = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(
    rule,
    what,
    "aws_vpc_security_group_ingress_rule",
    { security_group_id: mainGroup, ...config },
    ...says,
  );
const listener = (rule: string, what: string, config: Config, ...says: string[]) => {
  const { redirect, ...rest } = config;
  const action = redirect === undefined ? forward(mainGroupArn) : { type: "redirect", redirect };
  const port = { load_balancer_arn: arn("aws_lb.main"), port: 8443, protocol: "HTTP" };
  return mistake(rule, what, "aws_lb_listener", { ...port, default_action: [action], ...rest }, ...says);
};
const listenerRule = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(
    rule,
    what,
    "aws_lb_listener_rule",
    {
      listener_arn: arn("aws_lb_listener.main"),
      action: [forward(mainGroupArn)],
      condition: [{ path_pattern: { values: ["/*"] } }],
      ...config,
    },
    ...says,
  );
const shared = (groups: number, weight: number) => ({
  action: [
    {
      type: "forward",
      forward: {
        target_group: Array.from({ length: groups }, (_, at) => ({ arn: `${mainGroupArn}${at}`, weight })),
      },
    },
  ],
});
const targetGroup = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(rule, what, "aws_lb_target_group", { port: 80, protocol: "HTTP", ...mainVpc, ...config }, ...says);
const record = (what: string, config: Config, ...says: string[]) =>
  mistake(
    "record-alias",
    what,
    "aws_route53_record",
    { zone_id: id("aws_route53_zone.main"), name: "api", type: "A", ...config },
    "InvalidInput",
    ...says,
  );
const webAcl = (rule: string, what: string, rules: readonly Config[], ...says: string[]) => {
  const visibility_config = {
    cloudwatch_metrics_enabled: false,
    metric_name: "m",
    sampled_requests_enabled: false,
  };
  const rule_ = rules.map((one, at) => ({
    name: `r${at}`,
    action: { block: {} },
    visibility_config,
    ...one,
  }));
  const acl = {
    name: "acl",
    scope: "REGIONAL",
    default_action: { allow: {} },
    visibility_config,
    rule: rule_,
  };
  return mistake(rule, what, "aws_wafv2_web_acl", acl, ...says);
};
const geo = { geo_match_statement: { country_codes: ["DE"] } };
const alias = { name: arn("aws_lb.main"), zone_id: "Z32O12XQLNTSW2", evaluate_target_health: true };

/** What can be seen in a plan, in networks, balancers, names, buckets, keys and logs. */
export const networkPlanMistakes: readonly Mistake[] = [
  lb("underscore", "dev_public", "hyphens"),
  lb("too long", "development-environment-of-shop-public", "'32' characters", "Shorten it by 6."),
  lb("AWS's beginning", "internal-shop", "AWS keeps"),
  lb("hyphen at the end", "shop-", "end with a hyphen"),
  bucket("capitals", "Dev-Logs", "lower-case"),
  bucket("too short", "ab", "3 to 63"),
  bucket("an address", "10.0.0.1", "IP address"),
  mistake(
    "bucket-policy",
    "of another bucket",
    "aws_s3_bucket_policy",
    {
      bucket: "dev-logs",
      policy: JSON.stringify({
        Statement: [
          { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::dev-assets/*" },
        ],
      }),
    },
    "MalformedPolicy",
    "arn:aws:s3:::dev-assets/*",
    "arn:aws:s3:::dev-logs",
  ),
  mistake(
    "bucket-policy",
    "not JSON",
    "aws_s3_bucket_policy",
    { bucket: "dev-logs", policy: "public" },
    "MalformedPolicy",
    "valid JSON",
  ),
  mistake(
    "flow-log-role",
    "no role",
    "aws_flow_log",
    { ...mainVpc, traffic_type: "ALL" },
    "DeliverLogsPermissionArn",
  ),
  mistake(
    "flow-log-source",
    "of nothing",
    "aws_flow_log",
    { traffic_type: "ALL", log_destination_type: "s3" },
    "InvalidParameter",
    "vpc_id",
  ),
  mistake(
    "flow-log-source",
    "of two things",
    "aws_flow_log",
    { ...mainVpc, subnet_id: id("aws_subnet.a"), traffic_type: "ALL", log_destination_type: "s3" },
    "vpc_id and subnet_id",
  ),
  listenerRule("forward-weights", "beyond the largest", shared(1, 1000), "ValidationError", "'1000'", "999"),
  listenerRule("forward-weights", "six groups", shared(6, 1), "TooManyTargetGroups", "at most 5", "6"),
  groupRule(
    "group-rule-description",
    "an arrow",
    { ...everybody, description: "api → database" },
    "InvalidParameterValue",
    "arrows",
    "api → database",
  ),
  groupRule("group-rule-peer", "nobody", { ip_protocol: "-1" }, "InvalidAttributeCombination", "cidr_ipv4"),
  groupRule(
    "group-rule-peer",
    "a block and a group",
    { ...everybody, referenced_security_group_id: mainGroup },
    "cidr_ipv4 and referenced_security_group_id",
  ),
  groupRule(
    "group-rule-peer",
    "host bits",
    { ...everybody, cidr_ipv4: "10.0.0.5/16" },
    "10.0.0.5/16",
    "10.0.0.0/16",
  ),
  groupRule(
    "group-rule-ports",
    "no ports",
    { ip_protocol: "tcp", cidr_ipv4: "10.0.0.0/8" },
    "InvalidParameterValue",
    "from_port",
  ),
  groupRule(
    "group-rule-ports",
    "backwards",
    { ...everybody, from_port: 444 },
    "TCP port range",
    "444",
    "443",
  ),
  groupRule("group-rule-ports", "beyond the largest", { ...everybody, to_port: 65536 }, "65535", "65536"),
  mistake(
    "key-alias-name",
    "without its beginning",
    "aws_kms_alias",
    { name: "shop", target_key_id: "k" },
    "ValidationException",
    "'shop'",
    "alias/",
  ),
  mistake(
    "key-alias-name",
    "AWS's own",
    "aws_kms_alias",
    { name: "alias/aws/shop", target_key_id: "k" },
    "NotAuthorizedException",
    "alias/aws/shop",
  ),
  mistake(
    "key-deletion-window",
    "too short",
    "aws_kms_key",
    { deletion_window_in_days: 5 },
    "ValidationException",
    "got 5",
    "7 to 30",
  ),
  listener("listener-certificate", "TLS without one", { protocol: "HTTPS" }, "ValidationError", "HTTPS"),
  listener(
    "listener-certificate",
    "HTTP with one",
    { certificate_arn: arn("aws_acm_certificate.pending") },
    "cannot be specified for HTTP",
  ),
  listener(
    "listener-certificate",
    "HTTP with a TLS policy",
    { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
    "SSL policy",
    "HTTP",
  ),
  listener(
    "listener-redirect-loop",
    "to itself",
    { redirect: { port: "8443", status_code: "HTTP_301" } },
    "InvalidLoadBalancerAction",
    "loop",
    "8443",
  ),
  listener(
    "listener-tls-policy",
    "misspelt",
    { protocol: "HTTPS", certificate_arn: arn("aws_acm_certificate.pending"), ssl_policy: "TLS13" },
    "SSLPolicyNotFound",
    "'TLS13'",
  ),
  listenerRule(
    "listener-rule-conditions",
    "two kinds in one",
    { condition: [{ path_pattern: { values: ["/*"] }, host_header: { values: ["a.example.org"] } }] },
    "exactly one",
    "host_header and path_pattern",
  ),
  listenerRule(
    "listener-rule-conditions",
    "six values",
    { condition: [{ path_pattern: { values: ["/1", "/2", "/3", "/4", "/5", "/6"] } }] },
    "maximum of 5",
    "6",
  ),
  listenerRule(
    "listener-rule-priority",
    "beyond the largest",
    { priority: 50_001 },
    "ValidationError",
    "'50001'",
  ),
  mistake(
    "log-group-name",
    "a blank",
    "aws_cloudwatch_log_group",
    { name: "/dev/my app" },
    "InvalidParameterException",
    "'/dev/my app'",
  ),
  mistake(
    "log-group-retention",
    "not of the list",
    "aws_cloudwatch_log_group",
    { name: "/dev/a", retention_in_days: 45 },
    "InvalidParameterException",
    "got 45",
    "60",
  ),
  record("alias with values", { alias, records: ["192.0.2.1"] }, "more than one"),
  record("neither alias nor values", {}, "found none"),
  record("values without a time to live", { records: ["192.0.2.1"] }, "ttl"),
  mistake(
    "security-group-text",
    "an umlaut",
    "aws_security_group",
    { name: "shop", description: "für Kunden", ...mainVpc },
    "InvalidParameterValue",
    "für Kunden",
  ),
  mistake(
    "security-group-text",
    "AWS's beginning",
    "aws_security_group",
    { name: "sg-shop", ...mainVpc },
    "sg-shop",
    "Begin the name",
  ),
  mistake(
    "subnet-zone",
    "of another region",
    "aws_subnet",
    { ...mainVpc, cidr_block: "10.0.9.0/24", availability_zone: "eu-central-1a" },
    "InvalidParameterValue",
    "eu-central-1a",
    "eu-west-1",
  ),
  targetGroup(
    "target-group-delay",
    "two hours",
    { deregistration_delay: "7200" },
    "ValidationError",
    "'7200'",
    "3600",
  ),
  targetGroup(
    "target-group-health-check",
    "longer than its interval",
    { health_check: { interval: 10, timeout: 10 } },
    "ValidationError",
    "timeout '10'",
    "below 10",
  ),
  targetGroup(
    "target-group-health-check",
    "too often",
    { health_check: { interval: 1, timeout: 2 } },
    "interval '1'",
    "5-300",
  ),
  targetGroup(
    "target-group-health-check",
    "a relative path",
    { health_check: { path: "health" } },
    "'health'",
    "/health",
  ),
  targetGroup("target-group-name", "underscore", { name: "dev_api" }, "ValidationError", "'dev_api'"),
  targetGroup(
    "target-group-name",
    "too long",
    { name: "a".repeat(33) },
    "'32' characters",
    "Shorten it by 1.",
  ),
  mistake(
    "vpc-size",
    "too large",
    "aws_vpc",
    { cidr_block: "10.0.0.0/8" },
    "InvalidVpc.Range",
    "'10.0.0.0/8'",
    "/16",
  ),
  mistake("vpc-size", "host bits", "aws_vpc", { cidr_block: "10.0.0.1/16" }, "'10.0.0.1/16'", "10.0.0.0/16"),
  webAcl(
    "waf-priority",
    "twice",
    [1, 1].map((priority) => ({ priority, statement: geo })),
    "WAFInvalidParameterException",
    "parameter: 1",
  ),
  webAcl(
    "waf-statement",
    "camel case",
    [{ priority: 1, statement: { geoMatchStatement: { countryCodes: ["DE"] } } }],
    "geoMatchStatement",
    "geo_match_statement",
  ),
  webAcl(
    "waf-statement",
    "two kinds in one",
    [{ priority: 1, statement: { ...geo, label_match_statement: { key: "a", scope: "LABEL" } } }],
    "WAFInvalidParameterException",
    "geo_match_statement, label_match_statement",
  ),
];
