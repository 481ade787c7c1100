import { type RuleDescription } from "../rules/rule";
import { type Finding } from "./finding";
import { type RuleResult } from "./run-rules";

/** What was found in another way than by rules over files, such as in plans, as results of what was asked there. */
export function resultsOf(
  rules: readonly RuleDescription[],
  environments: readonly string[],
  findings: readonly Finding[],
): readonly RuleResult[] {
  const names = [...new Set([...environments, ...findings.map(({ environment }) => environment)])];
  return names.flatMap((environment) =>
    rules.map((rule) => {
      const own = findings.filter((one) => one.rule === rule.id && one.environment === environment);
      return { rule, environment, outcome: "checked", checked: Math.max(1, own.length), findings: own };
    }),
  );
}
