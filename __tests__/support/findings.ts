import { type Finding } from "../../verify/findings/finding";
import { createReport, type Report } from "../../verify/findings/report";
import { type RuleResult } from "../../verify/findings/run-rules";
import { type Rule } from "../../verify/rules/rule";
import { type Waiver } from "../../verify/settings/waiver";

/** A rule that has nothing to check. */
export function aRule(given: Partial<Rule> = {}): Rule {
  return {
    id: "bucket-private",
    title: "Buckets are private",
    severity: "error",
    controls: ["S3.1", "CKV_AWS_53"],
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-1",
    why: "Everyone could read it.",
    fix: "Block public access.",
    check: () => [],
    ...given,
  };
}

export function aFinding(given: Partial<Finding> = {}): Finding {
  return {
    rule: "bucket-private",
    severity: "error",
    environment: "dev",
    place: "dev-data/aws_s3_bucket.logs",
    attribute: "acl",
    must: "must be private",
    got: '"public-read"',
    advice: "Block public access.",
    ...given,
  };
}

export function aWaiver(given: Partial<Waiver> = {}): Waiver {
  return {
    rule: "bucket-private",
    address: "dev-data/aws_s3_bucket.logs",
    reason: "Pictures for the shop's pages",
    expires: "2026-12-31",
    line: 3,
    ...given,
  };
}

export function aResult(given: Partial<RuleResult> = {}): RuleResult {
  return { rule: aRule(), environment: "dev", outcome: "checked", checked: 1, findings: [], ...given };
}

/** The report of such findings on a day in November 2026. */
export function aReport(results: readonly RuleResult[], waivers: readonly Waiver[] = []): Report {
  return createReport(results, waivers, { today: "2026-11-21" });
}
