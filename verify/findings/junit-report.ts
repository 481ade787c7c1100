import { type WaivedFinding } from "./apply-waivers";
import { sentence, type Finding } from "./finding";
import { rulesOf, type Report } from "./report";

/**
 * The report as JUnit XML, as GitLab, Jenkins and Bitbucket read it: a suite for each environment, a case for each rule.
 *
 * Errors fail their case; warnings are output of a case that passes. A case is skipped when there is nothing to check, or when
 * all that was found is waived.
 */
export function junitReport(report: Report): string {
  const environments = [
    ...new Set([...report.results, ...report.findings].map(({ environment }) => environment)),
  ];
  const suites = environments.toSorted().map((environment) => {
    const cases = casesOf(environment, report);
    return { attributes: { name: environment, ...totals(cases) }, cases };
  });
  const all = totals(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributesText({ name: "ecs-env verify", ...all })}>`,
    ...suites.flatMap(({ attributes, cases }) => [
      `  <testsuite${attributesText(attributes)}>`,
      ...cases.map(caseText),
      "  </testsuite>",
    ]),
    "</testsuites>",
  ].join("\n");
}

interface Case {
  readonly environment: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  /** Why it did not pass. */
  readonly message: string;
  readonly details: readonly string[];
}

/** Rules that found nothing to look at are cases, too: a list that grows and shrinks tells nobody what was tested. */
function casesOf(environment: string, report: Report): readonly Case[] {
  const results = new Map(
    report.results.filter((one) => one.environment === environment).map((one) => [one.rule.id, one]),
  );
  const open = grouped(report.findings, environment);
  const waived = grouped(report.waived, environment);
  return rulesOf(report).flatMap(({ id, title }) => {
    const found = open.get(id) ?? [];
    const suppressed = waived.get(id) ?? [];
    const result = results.get(id);
    if (!result && found.length === 0) return [];
    const isApplicable = result?.outcome !== "not-applicable";
    return [{ environment, name: `${id}: ${title}`, ...outcomeOf(found, suppressed, isApplicable) }];
  });
}

function outcomeOf(
  found: readonly Finding[],
  waived: readonly WaivedFinding[],
  isApplicable: boolean,
): Pick<Case, "outcome" | "message" | "details"> {
  const details = [
    ...found.map(line),
    ...waived.map(({ waiver, ...finding }) => `waived: ${line(finding)} (${waiver.reason})`),
  ];
  const errors = found.filter(({ severity }) => severity === "error");
  if (found.some(({ isFailure }) => isFailure))
    return { outcome: "error", message: "the rule failed", details };
  if (errors.length > 0) return { outcome: "failure", message: `${errors.length} found`, details };
  if (found.length > 0) return { outcome: "passed", message: "", details };
  if (waived.length > 0) {
    const reasons = [...new Set(waived.map(({ waiver }) => waiver.reason))].join("; ");
    return { outcome: "skipped", message: `waived: ${reasons}`, details };
  }
  return isApplicable
    ? { outcome: "passed", message: "", details }
    : { outcome: "skipped", message: "nothing to check", details };
}

function grouped<F extends Finding>(findings: readonly F[], environment: string): ReadonlyMap<string, F[]> {
  const own = findings.filter((finding) => finding.environment === environment);
  return new Map(
    [...new Set(own.map(({ rule }) => rule))].map((id) => [id, own.filter(({ rule }) => rule === id)]),
  );
}

function line(finding: Finding): string {
  const { severity, place, file, line: number } = finding;
  const source = file === undefined ? "" : ` [${file}${number === undefined ? "" : `:${number}`}]`;
  return `${severity} ${place}: ${sentence(finding)}${source}`;
}

function totals(cases: readonly Case[]): Readonly<Record<string, number>> {
  const count = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
}

function caseText({ environment, name, outcome, message, details }: Case): string {
  const head = `    <testcase${attributesText({ classname: environment, name })}`;
  const text = escapeXml(details.join("\n"));
  if (outcome === "passed" && details.length === 0) return `${head}/>`;
  const output = `<system-out>${text}</system-out>`;
  const inside = {
    passed: output,
    skipped: `<skipped${attributesText({ message })}/>${details.length === 0 ? "" : output}`,
    failure: `<failure${attributesText({ message, type: "error" })}>${text}</failure>`,
    error: `<error${attributesText({ message, type: "error" })}>${text}</error>`,
  }[outcome];
  return `${head}>${inside}</testcase>`;
}

function attributesText(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll("\n", "&#10;")}"`)
    .join("");
}

/** XML 1.0 has no way to write most control characters and half surrogates. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
