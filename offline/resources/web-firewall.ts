import { asItems, asked } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { nameOrPrefixed, uuid } from "./made-up-ids";

/** What is for CloudFront lives in us-east-1 and has `global` in its ARN. @see https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html */
function wafArn(given: Values, aws: AwsContext, kind: string, name: string, id: string): string {
  const isGlobal = asked(given, "scope") === "CLOUDFRONT";
  const region = isGlobal ? "us-east-1" : aws.region;
  const scope = isGlobal ? "global" : "regional";
  return `arn:${aws.partition}:wafv2:${region}:${aws.account}:${scope}/${kind}/${name}/${id}`;
}

function wafKind(
  type: string,
  kind: string,
  more: (given: Values) => Values = () => ({}),
  rest: Omit<ResourceBehaviour, "type" | "create"> = {},
): ResourceBehaviour {
  return {
    changedByUpdate: ["lock_token"],
    update: (_before, _given, aws) => ({ lock_token: uuid(aws, "changed lock") }),
    importId: (values) => [asked(values, "id"), asked(values, "name"), asked(values, "scope")].join("/"),
    ...rest,
    type,
    create(given, aws) {
      const id = uuid(aws);
      const name = nameOrPrefixed(given, aws);
      return {
        id,
        name,
        name_prefix: "",
        arn: wafArn(given, aws, kind, name, id),
        lock_token: uuid(aws, "lock"),
        ...more(given),
      };
    },
  };
}

/** Capacity units of AWS's own rule groups. @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const managedCapacity: Readonly<Record<string, number>> = {
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesAdminProtectionRuleSet: 100,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesSQLiRuleSet: 200,
  AWSManagedRulesLinuxRuleSet: 200,
  AWSManagedRulesUnixRuleSet: 100,
  AWSManagedRulesWindowsRuleSet: 200,
  AWSManagedRulesPHPRuleSet: 100,
  AWSManagedRulesWordPressRuleSet: 100,
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesAnonymousIpList: 50,
  AWSManagedRulesBotControlRuleSet: 50,
  AWSManagedRulesATPRuleSet: 50,
  AWSManagedRulesACFPRuleSet: 50,
};

/** A rate limit costs 2, an address list 1, AWS's groups what AWS says; everything else is taken for 1 each. */
function capacity({ rule }: Values): number {
  return asItems(rule).reduce((sum, { statement }) => sum + statementCapacity(statement), 0);
}

function statementCapacity(statement: Value | undefined): number {
  const text = JSON.stringify(statement ?? null, (_key, value: unknown) =>
    typeof value === "symbol" ? null : value,
  );
  const group = Object.keys(managedCapacity).find((name) => text.includes(`"${name}"`));
  if (group !== undefined) return managedCapacity[group] ?? 0;
  return text.includes("rate_based_statement") ? 2 : 1;
}

const association: ResourceBehaviour = {
  type: "aws_wafv2_web_acl_association",
  create: (given) => ({ id: `${asked(given, "web_acl_arn")},${asked(given, "resource_arn")}` }),
};

export const webFirewallBehaviours: readonly ResourceBehaviour[] = [
  wafKind(
    "aws_wafv2_web_acl",
    "webacl",
    (given) => ({
      capacity: capacity(given),
      application_integration_url: "",
    }),
    {
      changedByUpdate: ["lock_token", "capacity"],
      update: (_before, given, aws) => ({
        lock_token: uuid(aws, "changed lock"),
        capacity: capacity(given),
      }),
    },
  ),
  wafKind("aws_wafv2_ip_set", "ipset"),
  wafKind("aws_wafv2_regex_pattern_set", "regexpatternset"),
  wafKind("aws_wafv2_rule_group", "rulegroup"),
  association,
  {
    type: "aws_wafv2_web_acl_logging_configuration",
    create: (given) => ({ id: asked(given, "resource_arn") }),
  },
];
