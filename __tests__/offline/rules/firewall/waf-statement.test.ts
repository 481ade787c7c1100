import { wafStatement } from "../../../../offline/rules/firewall/waf-statement";
import { DynamicValue, unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes, refusals } from "../../../support/a-cloud";

const managed: Value = {
  managed_rule_group_statement: { vendor_name: "AWS", name: "AWSManagedRulesCommonRuleSet" },
};
const geo: Value = { geo_match_statement: { country_codes: ["AT"] } };

function aWebAcl(statement: Value) {
  return aChange("aws_wafv2_web_acl", { rule: [{ name: "r", priority: 0, statement }] });
}

describe("waf-statement", () => {
  test.each<[string, Value]>([
    ["a managed group", managed],
    ["a managed group as a list and dynamic", new DynamicValue("dynamic", [managed])],
    ["a statement inside of another", { not_statement: [{ statement: [geo] }] }],
    ["a rate with a scope", { rate_based_statement: { limit: 100, scope_down_statement: geo } }],
    ["kinds that are null", { managed_rule_group_statement: { name: "x" }, geo_match_statement: null }],
  ])("lets %s pass", (_, statement) => {
    expect(codes(wafStatement, aWebAcl(statement))).toEqual([]);
  });

  test.each<[string, Value]>([
    ["a kind in camel case", { managedRuleGroupStatement: { name: "x" } }],
    ["a setting in camel case", { managed_rule_group_statement: { vendorName: "AWS" } }],
    ["a kind that does not exist", { country_statement: {} }],
    ["a managed group inside of another", { not_statement: { statement: managed } }],
  ])("refuses %s", (_, statement) => {
    expect(codes(wafStatement, aWebAcl(statement))).toEqual(["UnsupportedBlockType"]);
  });

  test.each<[string, Value]>([
    ["two kinds", { geo_match_statement: {}, xss_match_statement: {} }],
    ["no kind", {}],
    ["no statement", null],
    ["no kind inside", { not_statement: { statement: {} } }],
  ])("refuses %s", (_, statement) => {
    expect(codes(wafStatement, aWebAcl(statement))).toEqual(["WAFInvalidParameterException"]);
  });

  test("says the provider's word for a name in camel case", () => {
    expect(refusals(wafStatement, aWebAcl({ geoMatchStatement: {} }))[0]?.advice).toBe(
      "The provider calls it geo_match_statement.",
    );
  });

  test("skips a statement that is not known", () => {
    expect(codes(wafStatement, aWebAcl(unknown))).toEqual([]);
  });
});
