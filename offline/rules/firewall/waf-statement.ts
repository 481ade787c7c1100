import { isUnknown } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";
import { camelCaseNames, wafRules, wafStatements, type WafStatement } from "./waf-statements";

const everywhere = [
  "and_statement",
  "asn_match_statement",
  "byte_match_statement",
  "geo_match_statement",
  "ip_set_reference_statement",
  "label_match_statement",
  "not_statement",
  "or_statement",
  "regex_match_statement",
  "regex_pattern_set_reference_statement",
  "size_constraint_statement",
  "sqli_match_statement",
  "xss_match_statement",
];
const rootOnly = ["managed_rule_group_statement", "rate_based_statement", "rule_group_reference_statement"];

/** A WAF rule has one statement of a kind that the provider knows; the binding cannot check it. */
export const wafStatement: Rule = {
  id: "waf-statement",
  types: ["aws_wafv2_web_acl"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/waf/latest/APIReference/API_Statement.html",
  check({ values }) {
    return wafRules(values).flatMap((rule, at) => {
      const path = ["rule", at, "statement"] as const;
      const [camel] = camelCaseNames(rule["statement"]);
      if (camel !== undefined) {
        const snake = camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, "");
        return [unsupported(camel, `The provider calls it ${snake}.`, path)];
      }
      if (isUnknown(rule["statement"])) return [];
      const statements = wafStatements(rule["statement"]);
      if (statements.length === 0) return [notOne(path, [])];
      return statements.flatMap((statement) => problemOf(statement, path)).slice(0, 1);
    });
  },
};

function problemOf({ depth, kinds }: WafStatement, path: Refusal["path"]): readonly Refusal[] {
  const known = depth === 0 ? [...everywhere, ...rootOnly] : everywhere;
  const strange = kinds.map(([kind]) => kind).find((kind) => !known.includes(kind));
  if (strange !== undefined) {
    const advice = rootOnly.includes(strange)
      ? `${strange} stands directly in a rule only, not inside of another statement.`
      : `Use one of ${known.join(", ")}.`;
    return [unsupported(strange, advice, path)];
  }
  return kinds.length === 1
    ? []
    : [
        notOne(
          path,
          kinds.map(([kind]) => kind),
        ),
      ];
}

function unsupported(name: string, advice: string, path: Refusal["path"]): Refusal {
  const message = `Unsupported block type: Blocks of type "${name}" are not expected here.`;
  return { code: "UnsupportedBlockType", message, advice, path };
}

function notOne(path: Refusal["path"], given: readonly string[]): Refusal {
  return {
    code: "WAFInvalidParameterException",
    message:
      "Error reason: You have used none or multiple values for a field that requires exactly one value., field: STATEMENT, parameter: Statement",
    advice: `Give the statement exactly one kind, got ${given.join(", ") || "none"}; combine several with and_statement or or_statement.`,
    path,
  };
}
