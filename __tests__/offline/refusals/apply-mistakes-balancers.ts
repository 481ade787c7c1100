import { type Config, type Mistake, mistake } from "./mistake";
import {
  arn,
  forward,
  id,
  mainGroupArn,
  mainSubnets,
  mainVpc,
  otherGroup,
  otherSubnets,
  wellFormed,
} from "./well-formed";

const balancer = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(rule, what, "aws_lb", { name: rule, internal: true, subnets: mainSubnets, ...config }, ...says);
const listener = (rule: string, what: string, config: Config, ...says: string[]) =>
  mistake(
    rule,
    what,
    "aws_lb_listener",
    {
      load_balancer_arn: arn("aws_lb.main"),
      port: 81,
      protocol: "HTTP",
      default_action: [forward(mainGroupArn)],
      ...config,
    },
    ...says,
  );

/** What AWS itself says no to, of balancers, their listeners, target groups and firewalls. */
export const balancerApplyMistakes: readonly Mistake[] = [
  balancer("balancer-duplicate", "same name", { name: "main" }, "DuplicateLoadBalancerName", "'main'"),
  balancer(
    "balancer-groups",
    "of another VPC",
    { security_groups: [otherGroup] },
    "InvalidConfigurationRequest",
    "sg-",
    "vpc-",
  ),
  balancer(
    "balancer-internet",
    "no gateway",
    { internal: false, subnets: otherSubnets },
    "InvalidSubnet",
    "vpc-",
    "gateway",
  ),
  balancer("balancer-internet", "by default", { internal: null, subnets: otherSubnets }, "InvalidSubnet"),
  balancer(
    "balancer-log-bucket",
    "no policy",
    { access_logs: { bucket: "${aws_s3_bucket.main.bucket}", enabled: true } },
    "Access Denied",
    "dev-logs-111111111111",
  ),
  balancer(
    "balancer-subnets",
    "one zone",
    { subnets: [id("aws_subnet.a")] },
    "ValidationError",
    "eu-west-1a",
  ),
  balancer(
    "balancer-subnets",
    "twice in a zone",
    { subnets: [...mainSubnets, id("aws_subnet.a2")] },
    "InvalidConfigurationRequest",
    "same Availability Zone",
    "eu-west-1a",
  ),
  balancer(
    "balancer-subnets",
    "two VPCs",
    { subnets: [id("aws_subnet.a"), id("aws_subnet.other_b")] },
    "same VPC",
    "vpc-",
  ),
  listener(
    "forward-target-network",
    "group of another VPC",
    { default_action: [forward(arn("aws_lb_target_group.other"))] },
    "InvalidConfigurationRequest",
    "targetgroup/other",
    "vpc-",
  ),
  listener(
    "forward-target-protocol",
    "HTTP behind a network balancer",
    { load_balancer_arn: arn("aws_lb.network"), protocol: "TCP" },
    "IncompatibleProtocols",
    "'HTTP'",
    "TCP_UDP",
  ),
  listener(
    "forward-target-shared",
    "by two balancers",
    { load_balancer_arn: arn("aws_lb.second") },
    "TargetGroupAssociationLimit",
    "targetgroup/main",
    "belongs to main",
  ),
  listener(
    "listener-certificate-pending",
    "not issued",
    { protocol: "HTTPS", certificate_arn: arn("aws_acm_certificate.pending") },
    "UnsupportedCertificate",
    "not issued yet",
  ),
  listener("listener-duplicate", "same port", { port: 80 }, "DuplicateListener", "80"),
  listener("listener-protocol", "TCP", { protocol: "TCP" }, "ValidationError", "'TCP'", "HTTP, HTTPS"),
  mistake(
    "listener-rule-priority-taken",
    "same priority",
    "aws_lb_listener_rule",
    { ...wellFormed["aws_lb_listener_rule"]?.["main"] },
    "PriorityInUse",
    "'1'",
  ),
  mistake(
    "target-group-duplicate",
    "same name",
    "aws_lb_target_group",
    { name: "main", port: 9090, protocol: "HTTP", target_type: "ip", ...mainVpc },
    "DuplicateTargetGroupName",
    "'main'",
  ),
  mistake(
    "waf-duplicate",
    "same name",
    "aws_wafv2_web_acl",
    { ...wellFormed["aws_wafv2_web_acl"]?.["main"] },
    "WAFDuplicateItemException",
    "main",
  ),
];
