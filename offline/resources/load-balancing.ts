import { loadBalancerZone } from "../regions/load-balancer-zones";
import { dnsSuffix } from "../regions/partitions";
import { asItems, asked, asText, asTexts } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { madeUp } from "./made-up-ids";

const service = "elasticloadbalancing";

/** Letter of a balancer's kind in ARNs. */
const kinds: Readonly<Record<string, string>> = { network: "net", gateway: "gwy" };

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
const balancer: ResourceBehaviour = {
  type: "aws_lb",
  create(given, aws) {
    const type = asked(given, "load_balancer_type") || "application";
    const name = shortName(given, aws);
    const suffix = `${kinds[type] ?? "app"}/${name}/${aws.hex(16)}`;
    const id = arn(aws, service, `loadbalancer/${suffix}`);
    const isNetwork = type === "network";
    return {
      id,
      arn: id,
      arn_suffix: suffix,
      name,
      name_prefix: "",
      internal: false,
      dns_name: type === "gateway" ? "" : host(name, given["internal"] === true, isNetwork, aws),
      ip_address_type: "ipv4",
      enforce_security_group_inbound_rules_on_private_link_traffic: "",
      secondary_ips_auto_assigned_per_subnet: 0,
      security_groups: type === "application" ? defaultGroups(given, aws) : [],
      subnets: asItems(given["subnet_mapping"]).map((mapping) => asked(mapping, "subnet_id")),
      subnet_mapping: asTexts(given["subnets"]).map((subnet) => ({
        subnet_id: subnet,
        allocation_id: "",
        ipv6_address: "",
        outpost_id: "",
        private_ipv4_address: "",
      })),
      vpc_id: vpcOf(given, aws),
      zone_id:
        loadBalancerZone(aws.region, isNetwork) ?? `Z${madeUp("capitals", 13, aws, "zone of balancers")}`,
    };
  },
  computedBlocks: ["subnet_mapping"],
};

/** An application load balancer's name has digits, a network load balancer's the hexadecimal end of its ARN. */
function host(name: string, isInternal: boolean, isNetwork: boolean, aws: AwsContext): string {
  const first = `${isInternal && !isNetwork ? "internal-" : ""}${name}`;
  const suffix = dnsSuffix(aws.partition);
  return isNetwork
    ? `${name}-${aws.hex(16)}.elb.${aws.region}.${suffix}`
    : `${first}-${madeUp("digits", 9, aws).replace(/^0/, "1")}.${aws.region}.elb.${suffix}`;
}

/** Names of 32 signs leave the provider 26 digits at most; it appends six to a prefix of up to six. */
function shortName(given: Values, aws: AwsContext): string {
  const digits = madeUp("digits", 26, aws);
  return asked(given, "name") || `${asked(given, "name_prefix") || "tf-lb-"}${digits}`.slice(0, 32);
}

function defaultGroups(given: Values, aws: AwsContext): readonly string[] {
  const vpc = aws.cloud.find("aws_vpc", "id", vpcOf(given, aws))?.values ?? {};
  return [asked(vpc, "default_security_group_id")].filter((group) => group !== "");
}

function vpcOf(given: Values, { cloud }: AwsContext): string {
  const mapped = asItems(given["subnet_mapping"]).map((mapping) => asked(mapping, "subnet_id"));
  const [subnet = ""] = [...asTexts(given["subnets"]), ...mapped];
  return asText(cloud.find("aws_subnet", "id", subnet)?.values["vpc_id"]) ?? "";
}

/** AWS's choice where an HTTPS or TLS listener names none. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
const defaultTlsPolicy = "ELBSecurityPolicy-2016-08";

const listener: ResourceBehaviour = {
  type: "aws_lb_listener",
  create(given, aws) {
    const balancerArn = asked(given, "load_balancer_arn");
    const id = `${balancerArn.replace(":loadbalancer/", ":listener/")}/${aws.hex(16)}`;
    const isNetwork = balancerArn.includes(":loadbalancer/net/");
    const protocol = asked(given, "protocol");
    const isEncrypted =
      ["HTTPS", "TLS"].includes(protocol) || (protocol === "" && asked(given, "certificate_arn") !== "");
    return {
      id,
      arn: id,
      protocol: isEncrypted ? "HTTPS" : "HTTP",
      ssl_policy: isEncrypted ? defaultTlsPolicy : "",
      tcp_idle_timeout_seconds: isNetwork && protocol === "TCP" ? 350 : 0,
      routing_http_response_server_enabled: !isNetwork,
      default_action: actions(given["default_action"]),
      mutual_authentication: isEncrypted
        ? [
            {
              advertise_trust_store_ca_names: "",
              ignore_client_certificate_expiry: false,
              mode: "off",
              trust_store_arn: "",
            },
          ]
        : [],
    };
  },
  computedBlocks: ["mutual_authentication", "default_action.forward.stickiness"],
};

/** A rule without a priority gets the one after the last. */
const listenerRule: ResourceBehaviour = {
  type: "aws_lb_listener_rule",
  create(given, aws) {
    const listenerArn = asked(given, "listener_arn");
    const id = `${listenerArn.replace(":listener/", ":listener-rule/")}/${aws.hex(16)}`;
    const taken = aws.cloud
      .all("aws_lb_listener_rule")
      .filter(({ values }) => values["listener_arn"] === listenerArn)
      .map(({ values }) => Number(values["priority"]));
    return { id, arn: id, priority: Math.max(0, ...taken) + 1, action: actions(given["action"]) };
  },
  computedBlocks: ["action.forward.stickiness"],
};

/** What AWS adds to actions: their order, and what redirects and answers leave out. */
function actions(given: Value | undefined): readonly Values[] {
  return asItems(given).map((_action, at) => ({
    order: at + 1,
    authenticate_cognito: [authentication],
    authenticate_oidc: [authentication],
    fixed_response: [{ status_code: "200" }],
  }));
}

const authentication = {
  on_unauthenticated_request: "authenticate",
  scope: "openid",
  session_cookie_name: "AWSELBAuthSessionCookie",
  session_timeout: 604800,
};

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
const targetGroup: ResourceBehaviour = {
  type: "aws_lb_target_group",
  create(given, aws) {
    const name = asked(given, "name") || groupName(given, aws);
    const suffix = `targetgroup/${name}/${aws.hex(16)}`;
    const id = arn(aws, service, suffix);
    const isHttp = ["HTTP", "HTTPS"].includes(asked(given, "protocol"));
    return {
      id,
      arn: id,
      arn_suffix: suffix,
      name,
      name_prefix: "",
      ip_address_type: "ipv4",
      load_balancer_arns: [],
      load_balancing_algorithm_type: isHttp ? "round_robin" : "",
      load_balancing_anomaly_mitigation: isHttp ? "off" : "",
      load_balancing_cross_zone_enabled: "use_load_balancer_configuration",
      protocol_version: isHttp ? "HTTP1" : "",
      health_check: [healthCheck(isHttp)],
      stickiness: isHttp
        ? [{ cookie_duration: 86400, cookie_name: "", enabled: false, type: "lb_cookie" }]
        : [],
    };
  },
  computedBlocks: [
    "health_check",
    "stickiness",
    "target_failover",
    "target_group_health",
    "target_health_state",
  ],
};

function healthCheck(isHttp: boolean): Values {
  return {
    enabled: true,
    healthy_threshold: isHttp ? 5 : 3,
    interval: 30,
    matcher: isHttp ? "200" : "",
    path: isHttp ? "/" : "",
    port: "traffic-port",
    protocol: isHttp ? "HTTP" : "TCP",
    timeout: isHttp ? 5 : 10,
    unhealthy_threshold: isHttp ? 2 : 3,
  };
}

function groupName(given: Values, aws: AwsContext): string {
  return `${asked(given, "name_prefix") || "tf-"}${madeUp("digits", 26, aws)}`.slice(0, 32);
}

const listenerCertificate: ResourceBehaviour = {
  type: "aws_lb_listener_certificate",
  create: (given) => ({ id: `${asked(given, "listener_arn")}_${asked(given, "certificate_arn")}` }),
};

const attachment: ResourceBehaviour = {
  type: "aws_lb_target_group_attachment",
  create: (given, aws) => ({ id: `${asked(given, "target_group_arn")}-${madeUp("digits", 26, aws)}` }),
};

const all = [balancer, listener, listenerRule, listenerCertificate, targetGroup, attachment];

/** Terraform has each type under its older name, too. */
export const loadBalancingBehaviours: readonly ResourceBehaviour[] = all.flatMap((behaviour) => [
  behaviour,
  { ...behaviour, type: behaviour.type.replace("aws_lb", "aws_alb") },
]);
