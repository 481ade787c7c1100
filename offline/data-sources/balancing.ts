import { elbAccounts } from "../regions/load-balancer-accounts";
import { loadBalancerZone } from "../regions/load-balancer-zones";
import { type AwsContext } from "../resources/behaviour";
import { asItems, asText } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { lookup, same, type Lookup } from "./lookup";

const loadBalancers = ["aws_lb", "aws_alb"];

const loadBalancer = lookup({
  type: "aws_lb",
  resources: loadBalancers,
  noun: "ELBv2 Load Balancer",
  by: same("arn name"),
  none: elbNotFound("LoadBalancerNotFound", "Load balancers '[?]' not found", "ELBv2 Load Balancer"),
  answer: {
    ...same("id=arn arn arn_suffix name dns_name zone_id vpc_id internal load_balancer_type ip_address_type"),
    ...same(
      "security_groups subnets subnet_mapping access_logs connection_logs health_check_logs ipam_pools",
    ),
    ...same(
      "client_keep_alive customer_owned_ipv4_pool desync_mitigation_mode dns_record_client_routing_policy",
    ),
    ...same(
      "drop_invalid_header_fields enable_cross_zone_load_balancing enable_deletion_protection enable_http2",
    ),
    ...same("enable_tls_version_and_cipher_suite_headers enable_waf_fail_open enable_xff_client_port"),
    ...same("enable_zonal_shift enforce_security_group_inbound_rules_on_private_link_traffic idle_timeout"),
    ...same("preserve_host_header secondary_ips_auto_assigned_per_subnet xff_header_processing_mode"),
    tags: tagsOf,
  },
});

const listener = lookup({
  type: "aws_lb_listener",
  resources: ["aws_lb_listener", "aws_alb_listener"],
  noun: "ELBv2 Listener",
  by: same("arn load_balancer_arn port"),
  ignoresTags: true,
  none: (configuration) => ({
    code: "ListenerNotFound",
    message: asText(configuration["arn"])
      ? "One or more listeners not found"
      : "no matching ELBv2 Listener found",
  }),
  answer: {
    ...same("id=arn arn alpn_policy certificate_arn load_balancer_arn mutual_authentication port protocol"),
    ...same("ssl_policy default_action"),
    tags: tagsOf,
  },
});

const ruleByPlace = lookup({
  type: "aws_lb_listener_rule",
  resources: ["aws_lb_listener_rule", "aws_alb_listener_rule"],
  noun: "ELBv2 Listener Rule",
  by: same("arn listener_arn priority"),
  ignoresTags: true,
  none: () => ({ code: "RuleNotFound", message: "One or more rules not found" }),
  answer: {
    ...same("arn listener_arn priority condition transform"),
    action: ({ action }) => asItems(action).map(shownAction),
    tags: tagsOf,
  },
});

/** A rule is asked for by its ARN, or by its listener and priority together. */
const listenerRule: DataSource = {
  ...ruleByPlace,
  read(configuration, aws) {
    const { arn, listener_arn: listenerArn, priority } = configuration;
    const isPlaced = (listenerArn ?? null) !== null && (priority ?? null) !== null;
    if (((arn ?? null) !== null) !== isPlaced) return ruleByPlace.read(configuration, aws);
    return {
      refusal: {
        code: "ValidationError",
        message: "Exactly one of these attributes must be configured: [arn,listener_arn]",
        advice: "Give the rule's arn, or listener_arn and priority together.",
      },
    };
  },
};

/** AWS says the target groups of an action that forwards, and their weights, however the action was written. */
function shownAction({ target_group_arn: given, ...action }: Values): Values {
  const arn = asText(given) ?? "";
  if (arn === "" || asItems(action["forward"]).length > 0) return action;
  return { ...action, forward: [{ target_group: [{ arn, weight: 1 }], stickiness: [] }] };
}

const targetGroup = lookup({
  type: "aws_lb_target_group",
  resources: ["aws_lb_target_group", "aws_alb_target_group"],
  noun: "ELBv2 Target Group",
  by: same("arn name"),
  none: elbNotFound("TargetGroupNotFound", "One or more target groups not found", "ELBv2 Target Group"),
  answer: {
    ...same("id=arn arn arn_suffix name vpc_id port protocol protocol_version target_type health_check"),
    ...same(
      "stickiness connection_termination lambda_multi_value_headers_enabled load_balancing_algorithm_type",
    ),
    ...same("load_balancing_anomaly_mitigation load_balancing_cross_zone_enabled preserve_client_ip"),
    ...same("proxy_protocol_v2 slow_start target_control_port"),
    // A number in the resource's configuration, text here.
    deregistration_delay: ({ deregistration_delay: delay }) => (delay === undefined ? "300" : String(delay)),
    load_balancer_arns: (values, aws) => balancersOf(asText(values["arn"]) ?? "", aws),
    tags: tagsOf,
  },
});

const hostedZoneId = perRegion("aws_lb_hosted_zone_id", (region, configuration) => {
  return loadBalancerZone(region, asText(configuration["load_balancer_type"]) === "network");
});

/** Classic load balancers share their zones with application load balancers. */
const classicHostedZoneId = perRegion("aws_elb_hosted_zone_id", (region) => loadBalancerZone(region, false));

const serviceAccount = perRegion(
  "aws_elb_service_account",
  (region) => elbAccounts[region],
  (id, { partition }) => ({
    arn: `arn:${partition}:iam::${id}:root`,
  }),
);

export const balancingDataSources: readonly DataSource[] = [
  loadBalancer,
  listener,
  listenerRule,
  targetGroup,
  hostedZoneId,
  classicHostedZoneId,
  serviceAccount,
];

function elbNotFound(code: string, message: string, noun: string): NonNullable<Lookup["none"]> {
  return (configuration) => {
    const asked = asText(configuration["arn"]) ?? asText(configuration["name"]);
    if (asked === undefined) return { code: "NotFound", message: `no matching ${noun} found` };
    return { code, message: message.replace("?", asked) };
  };
}

/** Balancers whose listeners or rules send requests to a target group. */
function balancersOf(targetGroupArn: string, aws: AwsContext): readonly string[] {
  const listeners = inReach(aws, ["aws_lb_listener", "aws_alb_listener"], "region").map(
    ({ values }) => values,
  );
  const rules = inReach(aws, ["aws_lb_listener_rule", "aws_alb_listener_rule"], "region")
    .map(({ values }) => values)
    .filter((rule) => sendsTo(rule["action"], targetGroupArn));
  const arns = listeners
    .filter(
      (candidate) =>
        sendsTo(candidate["default_action"], targetGroupArn) ||
        rules.some((rule) => rule["listener_arn"] === candidate["arn"]),
    )
    .flatMap((candidate) => asText(candidate["load_balancer_arn"]) ?? []);
  return [...new Set(arns)];
}

function sendsTo(actions: Value | undefined, targetGroupArn: string): boolean {
  return asItems(actions).some(
    (action) =>
      action["target_group_arn"] === targetGroupArn ||
      asItems(action["forward"])
        .flatMap((forward) => asItems(forward["target_group"]))
        .some((group) => group["arn"] === targetGroupArn),
  );
}

/** Something that AWS publishes per region. */
function perRegion(
  type: string,
  idIn: (region: string, configuration: Values) => string | undefined,
  more: (id: string, aws: AwsContext) => Values = () => ({}),
): DataSource {
  return {
    type,
    read(configuration, aws) {
      const region = asText(configuration["region"]) ?? aws.region;
      const id = idIn(region, configuration);
      if (id !== undefined) return { values: { id, region, ...more(id, aws) } };
      const advice = "AWS publishes no value for this region, or the provider does not know it yet.";
      return { refusal: { code: "InvalidRegion", message: `unsupported AWS Region: ${region}`, advice } };
    },
  };
}
