import { type RuleDescription } from "../rules/rule";
import { applyWaivers, type WaivedFinding, type WaiverScope } from "./apply-waivers";
import { countRules, rulesThatRan, type RuleCounts } from "./count-rules";
import { sortFindings, type Finding } from "./finding";
import { type RuleResult } from "./run-rules";
import { type Waiver } from "../settings/waiver";
import { waiverRules } from "./waiver-rules";

/** All that is known after a run: what every format is written from. */
export interface Report {
  /** By rule and environment. */
  readonly results: readonly RuleResult[];
  /** Those that no waiver is for, and what is wrong with waivers; sorted. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly counts: ReportCounts;
}

export interface ReportCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly waived: number;
  readonly environments: number;
  readonly rules: RuleCounts;
}

/** Puts together what rules found, of files, plans or the ledger. @returns a report whose errors are why a command fails. */
export function createReport(
  results: readonly RuleResult[],
  waivers: readonly Waiver[],
  scope: Omit<WaiverScope, "rules">,
): Report {
  const all = results.flatMap(({ findings }) => findings);
  const outcome = applyWaivers(all, waivers, { ...scope, rules: rulesThatRan(results) });
  const findings = sortFindings([...outcome.findings, ...outcome.problems]);
  const waived = sortFindings(outcome.waived);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return {
    results,
    findings,
    waived,
    counts: {
      errors,
      warnings: findings.length - errors,
      waived: waived.length,
      environments: new Set(results.map(({ environment }) => environment)).size,
      rules: countRules(results),
    },
  };
}

/** Rules that a report may name, each once, by id. */
export function rulesOf({ results }: Report): readonly RuleDescription[] {
  const all = [...results.map(({ rule }) => rule), ...Object.values(waiverRules)];
  return [...new Map(all.map((rule) => [rule.id, rule])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
