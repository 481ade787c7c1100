import { type RuleDescription } from "../rules/rule";
import { type WaivedFinding } from "./apply-waivers";
import { sentence, type Finding } from "./finding";
import { fingerprints } from "./fingerprints";
import { rulesOf, type Report } from "./report";

/**
 * The report as SARIF 2.1.0, for GitHub code scanning and editors. What is waived is a suppressed result, a rule that failed a
 * notification of the tool.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: Report): string {
  const rules = rulesOf(report);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const indexOf = ({ rule }: Finding) => indexes.get(rule) ?? -1;
  const failures = report.findings.filter(({ isFailure }) => isFailure);
  const open = report.findings.filter(({ isFailure }) => !isFailure);
  const ids = fingerprints([...open, ...report.waived]);
  const resultOf = (finding: Finding) => result(finding, indexOf(finding), ids.get(finding) ?? "");
  const run = {
    tool: { driver: { name: "ecs-env verify", rules: rules.map(descriptor) } },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map((finding) => notification(finding, indexOf(finding))),
      },
    ],
    results: [
      ...open.map(resultOf),
      ...report.waived.map((finding) => ({ ...resultOf(finding), suppressions: [suppression(finding)] })),
    ],
  };
  return JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2);
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function descriptor({ id, title, severity, controls, page, why, fix }: RuleDescription) {
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why} ${fix}`, markdown: `${why}\n\n${fix}\n\n[Documentation](${page})` },
    helpUri: page,
    defaultConfiguration: { level: severity },
    properties: { docs: `docs/rules.md#${id}`, ...(controls.length > 0 && { tags: controls }) },
  };
}

function result(finding: Finding, ruleIndex: number, fingerprint: string) {
  const { rule, severity, place, file, line } = finding;
  const physicalLocation = file !== undefined && {
    artifactLocation: { uri: encodeURI(file), uriBaseId: "%SRCROOT%" },
    ...(line !== undefined && { region: { startLine: line } }),
  };
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: `${place}: ${sentence(finding)}` },
    locations: [
      {
        ...(physicalLocation && { physicalLocation }),
        logicalLocations: [{ fullyQualifiedName: place, kind: "resource" }],
      },
    ],
    // The name is the one that GitHub looks at; it only compares the text.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

function suppression({ waiver }: WaivedFinding) {
  return {
    kind: "external",
    status: "accepted",
    justification: `${waiver.reason} (until ${waiver.expires})`,
  };
}

function notification(finding: Finding, index: number) {
  const { rule: id, place } = finding;
  return {
    level: "error",
    message: { text: `${place}: ${sentence(finding)}` },
    associatedRule: { id, index },
  };
}
