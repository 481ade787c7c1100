import { type RuleResult } from "./run-rules";

/** How many rules checked something anywhere, found nothing to check, or failed somewhere. */
export interface RuleCounts {
  readonly checked: number;
  readonly notApplicable: number;
  readonly failed: number;
}

/** Each rule counts once, however many environments there are. */
export function countRules(results: readonly RuleResult[]): RuleCounts {
  const all = new Set(results.map(({ rule }) => rule.id));
  const failed = idsWith(results, "failed");
  const checked = [...idsWith(results, "checked")].filter((id) => !failed.has(id)).length;
  return { checked, notApplicable: all.size - checked - failed.size, failed: failed.size };
}

/** Ids of the rules that ran to their end everywhere: what they did not find is not there. */
export function rulesThatRan(results: readonly RuleResult[]): ReadonlySet<string> {
  const failed = idsWith(results, "failed");
  return new Set(results.map(({ rule }) => rule.id).filter((id) => !failed.has(id)));
}

function idsWith(results: readonly RuleResult[], outcome: RuleResult["outcome"]): ReadonlySet<string> {
  return new Set(results.filter((result) => result.outcome === outcome).map(({ rule }) => rule.id));
}
