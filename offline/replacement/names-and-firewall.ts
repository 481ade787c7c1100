import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

const wafSet = ["name", "name_prefix", "scope"] as const;

/**
 * Names, the certificates for them, and the firewall in front of them. The provider swaps a record of another type or set
 * identifier within one call, so that only its name and zone are fixed.
 */
export const nameReplacements: readonly ReplacementRow[] = [
  ...rowsOf("Route53/latest", {
    aws_route53_zone: ["CreateHostedZone", "delegation_set_id", "name"],
    aws_route53_record: ["ChangeResourceRecordSets", "name", "zone_id"],
    aws_route53_health_check: [
      "UpdateHealthCheck",
      "measure_latency",
      "reference_name",
      "request_interval",
      "routing_control_arn",
      "type",
    ],
    aws_route53_zone_association: ["AssociateVPCWithHostedZone", "vpc_id", "vpc_region", "zone_id"],
  }),
  ...rowsOf("acm/latest", {
    aws_acm_certificate: [
      "UpdateCertificateOptions",
      "certificate_authority_arn",
      "domain_name",
      "key_algorithm",
      "subject_alternative_names",
      "validation_method",
      "validation_option",
    ],
    aws_acm_certificate_validation: ["RequestCertificate", "certificate_arn", "validation_record_fqdns"],
  }),
  ...rowsOf("waf/latest", {
    aws_wafv2_web_acl: ["UpdateWebACL", ...wafSet],
    aws_wafv2_ip_set: ["UpdateIPSet", "ip_address_version", ...wafSet],
    aws_wafv2_regex_pattern_set: ["UpdateRegexPatternSet", ...wafSet],
    aws_wafv2_rule_group: ["UpdateRuleGroup", "capacity", ...wafSet],
    aws_wafv2_web_acl_association: ["AssociateWebACL", "resource_arn", "web_acl_arn"],
    aws_wafv2_web_acl_logging_configuration: ["PutLoggingConfiguration", "resource_arn"],
  }),
];
