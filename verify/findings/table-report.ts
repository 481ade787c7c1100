import { sentence, type Finding } from "./finding";
import { type Report, type ReportCounts } from "./report";

/** How a terminal shows what matters; without colours it is left out. */
export interface TableStyle {
  bold(text: string): string;
  red(text: string): string;
}

const plain: TableStyle = { bold: (text) => text, red: (text) => text };

/** The report for people: by environment, errors first, and the counts at the end. */
export function tableReport({ findings, counts }: Report, style = plain): string {
  const environments = [...new Set(findings.map(({ environment }) => environment))];
  const blocks = environments.map((environment) =>
    environmentTable(
      environment,
      findings.filter((finding) => finding.environment === environment),
      style,
    ),
  );
  return [...blocks, lastLine(counts)].join("\n\n");
}

function environmentTable(environment: string, findings: readonly Finding[], style: TableStyle): string {
  const width = Math.max(...findings.map(({ rule }) => rule.length));
  const name = environment === "*" ? "all environments" : environment;
  const rows = findings.map((finding) => {
    const { severity, rule, place, file, line } = finding;
    const padded = severity.padEnd("warning".length);
    const head = `${severity === "error" ? style.red(padded) : padded}  ${rule.padEnd(width)}  ${place}`;
    const source = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`];
    return [
      `  ${head}`,
      ...[sentence(finding), ...source].map((text) => `           ${printable(text)}`),
    ].join("\n");
  });
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const head = `${style.bold(name)}: ${ofSeverities(errors, findings.length - errors)}`;
  return [head, ...rows].join("\n");
}

/** What a file holds must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "\ufffd");
}

function ofSeverities(errors: number, warnings: number): string {
  return [counted(errors, "error"), counted(warnings, "warning")].filter((text) => text !== "").join(", ");
}

function lastLine({ errors, warnings, waived, environments, rules }: ReportCounts): string {
  const { checked, notApplicable, failed } = rules;
  const asked = counted(checked + notApplicable + failed, "rule") || "no rules";
  return [
    `${ofSeverities(errors, warnings) || "Nothing found"} in ${counted(environments, "environment") || "no environment"}`,
    `${waived} waived`,
    `${asked}: ${checked} checked, ${notApplicable} with nothing to check, ${failed} failed`,
  ].join("; ");
}

/** `2 errors`, `1 error`; empty for none. */
function counted(count: number, noun: string): string {
  if (count === 0) return "";
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
