import { sentence } from "./finding";
import { fingerprints } from "./fingerprints";
import { type Report } from "./report";

/**
 * The report for GitLab's code quality widget in merge requests; what is waived is left out.
 *
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function codeQualityReport({ findings }: Report): string {
  const ids = fingerprints(findings);
  const issues = findings.map((finding) => ({
    description: `${finding.place}: ${sentence(finding)}`,
    check_name: finding.rule,
    fingerprint: ids.get(finding),
    severity: finding.severity === "error" ? "critical" : "minor",
    location: { path: finding.file ?? finding.place, lines: { begin: finding.line ?? 1 } },
  }));
  return JSON.stringify(issues, null, 2);
}
