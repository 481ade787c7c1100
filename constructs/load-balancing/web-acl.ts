import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Construct } from "constructs";

export interface WebAclProps {
  /** First part of the name, for example `dev`. */
  readonly name: string;
  /** `block` refuses what the rules match; `count` only measures it, to find false alarms first. */
  readonly mode: "count" | "block";
}

/** Rule groups AWS keeps up to date. @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const managedRuleGroups = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
] as const;

/**
 * A web ACL of AWS managed rule groups for a public load balancer.
 *
 * Creates: a regional WAF web ACL. Costs: by the month, by rule group and by request.
 */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const acl = new Wafv2WebAcl(this, "Resource", {
      name: `${props.name}-public`,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: visibility(`${props.name}-public`),
      rule: managedRuleGroups.map((group, index) => ({
        name: group,
        priority: index,
        overrideAction: props.mode === "count" ? { count: {} } : { none: {} },
        // The binding has no type for statements and passes the keys on as they are.
        statement: { managed_rule_group_statement: { vendor_name: "AWS", name: group } },
        visibilityConfig: visibility(group),
      })),
    });
    this.arn = acl.arn;
  }
}

function visibility(metricName: string) {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
