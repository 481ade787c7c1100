import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { WebAcl, type WebAclProps } from "../../../constructs/load-balancing/web-acl";
import { synthesize } from "../../../testing/synthesize";

interface WafRule {
  readonly name: string;
  readonly priority: number;
  readonly override_action: unknown;
  readonly statement: unknown;
}

function synthesizeAcl(mode: WebAclProps["mode"]) {
  return synthesize((stack) => {
    new WebAcl(stack, "Acl", { name: "test", mode });
  }).only(Wafv2WebAcl);
}

function rulesOf(mode: WebAclProps["mode"]): readonly WafRule[] {
  return synthesizeAcl(mode)["rule"] as readonly WafRule[];
}

describe("WebAcl", () => {
  test("belongs to a region, as load balancers need", () => {
    expect(synthesizeAcl("block")).toMatchObject({ scope: "REGIONAL" });
  });

  test("lets through what no rule matches", () => {
    expect(synthesizeAcl("block")).toMatchObject({ default_action: { allow: {} } });
  });

  test("has AWS's rule groups, each under its own name", () => {
    expect(rulesOf("block").map((rule) => rule.statement)).toEqual(
      [
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
      ].map((name) => ({ managed_rule_group_statement: { vendor_name: "AWS", name } })),
    );
  });

  test("gives every rule a priority of its own", () => {
    expect(rulesOf("block").map((rule) => rule.priority)).toEqual([0, 1, 2]);
  });

  test.each([
    ["block", { none: {} }],
    ["count", { count: {} }],
  ] as const)("in mode %s overrides the groups' actions with %j", (mode, action) => {
    expect(rulesOf(mode).map((rule) => rule.override_action)).toEqual([action, action, action]);
  });

  test("is measured", () => {
    expect(synthesizeAcl("count")).toMatchObject({
      visibility_config: {
        metric_name: "test-public",
        cloudwatch_metrics_enabled: true,
        sampled_requests_enabled: true,
      },
    });
  });
});
