import { type Finding } from "./finding";
import { type Report } from "./report";

/**
 * The report for programs.
 *
 * ```
 * { "version": 1,
 *   "findings": [{ "rule", "severity": "error" | "warning", "environment", "place", "constructPath"?, "attribute"?,
 *                  "must", "got", "advice", "file"?, "line"?, "isFailure"?: true }],
 *   "waived":   [the same, and "waiver": { "reason", "expires" }],
 *   "counts":   { "errors", "warnings", "waived", "environments", "rules": { "checked", "notApplicable", "failed" } } }
 * ```
 *
 * Fields may be added; one that goes or means something else makes it version 2.
 */
export function jsonReport({ findings, waived, counts }: Report): string {
  const report = {
    version: 1,
    findings: findings.map(fieldsOf),
    waived: waived.map(({ waiver: { reason, expires }, ...finding }) => ({
      ...fieldsOf(finding),
      waiver: { reason, expires },
    })),
    counts,
  };
  return JSON.stringify(report, null, 2);
}

/** In one order, whoever made the finding. */
function fieldsOf(finding: Finding): Finding {
  const { rule, severity, environment, place, constructPath, attribute } = finding;
  const { must, got, advice, file, line, isFailure } = finding;
  return {
    rule,
    severity,
    environment,
    place,
    ...(constructPath !== undefined && { constructPath }),
    ...(attribute !== undefined && { attribute }),
    must,
    got,
    advice,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(isFailure && { isFailure }),
  };
}
