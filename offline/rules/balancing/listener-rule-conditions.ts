import { type Values } from "../../values/value";
import { isAbsent, isUnknown, items, texts } from "../../values/reading";
import { type Rule } from "../rule";

const kinds = [
  "host_header",
  "path_pattern",
  "http_header",
  "http_request_method",
  "source_ip",
  "query_string",
];
const mostValues = 5;

/** A rule has conditions of one kind each, with at most five values together. */
export const listenerRuleConditions: Rule = {
  id: "listener-rule-conditions",
  types: ["aws_lb_listener_rule"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html",
  check({ values }) {
    const refuse = (message: string, advice: string) => [
      { code: "ValidationError", message, advice, path: ["condition"] },
    ];
    if (isAbsent(values, "condition"))
      return refuse("A rule must have at least one condition", "Add a host_header or path_pattern.");
    const conditions = items(values, "condition");
    const wrong = conditions.map(kindsOf).find((given) => given.length !== 1);
    if (wrong)
      return refuse(
        "A condition must have exactly one field",
        wrong.length === 0
          ? `Give each condition one of ${kinds.join(", ")}.`
          : `Make a condition each for ${wrong.join(" and ")}.`,
      );
    if (conditions.some((condition) => !isUnknown(condition) && valuesOf(condition) === 0))
      return refuse("A condition value must be specified", "Add a value to each condition.");
    const count = conditions.reduce((sum, condition) => sum + valuesOf(condition), 0);
    if (count <= mostValues) return [];
    return refuse(
      "A rule can have a maximum of 5 condition values",
      `It has ${count}. Leave out ${count - mostValues}, or make a second rule.`,
    );
  },
};

function kindsOf(condition: Values): readonly string[] {
  return kinds.filter((kind) => !isAbsent(condition, kind));
}

function valuesOf(condition: Values): number {
  const listed = kinds.flatMap((kind) =>
    items(condition, kind).flatMap((block) => [...texts(block, "values"), ...texts(block, "regex_values")]),
  );
  return listed.length + items(condition, "query_string").length;
}
