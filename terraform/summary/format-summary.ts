import { type TerraformDiagnostic } from "../run/diagnostic";
import { type StackReport } from "../flow/stack-report";
import { actions, type Action, type Change } from "./plan-summary";

export interface RunSummary {
  readonly command: "plan" | "apply" | "destroy";
  readonly isOffline: boolean;
  readonly stacks: readonly StackReport[];
  /** What the offline provider took for granted. */
  readonly assumptions: readonly string[];
  readonly seconds: number;
}

/** 1 for an error; 2 when a plan would change something; else 0. */
export function exitCodeOf({ command, stacks }: RunSummary): 0 | 1 | 2 {
  if (stacks.some(({ status }) => status === "failed" || status === "declined")) return 1;
  if (command !== "plan") return stacks.some(({ status }) => status === "waiting") ? 1 : 0;
  const isChanging = stacks.some(
    ({ status, summary }) =>
      status === "waiting" ||
      (status === "planned" && (summary.changes.length > 0 || summary.outputs.length > 0)),
  );
  return isChanging ? 2 : 0;
}

/** The summary for programs. The shape only grows; `version` changes when something is renamed or removed. */
export function jsonSummary(summary: RunSummary): string {
  const { command, isOffline, stacks, assumptions, seconds } = summary;
  const exitCode = exitCodeOf(summary);
  const document = { version: 1, command, offline: isOffline, exitCode, seconds, stacks, assumptions };
  return JSON.stringify(document, null, 2);
}

/** The summary for people; `bold` marks what cannot be undone. */
export function textSummary(run: RunSummary, bold: (text: string) => string): string {
  const errors = run.stacks.flatMap((report) => formatDiagnostics(report));
  const granted = run.assumptions.map((what) => `  taken for granted: ${what}`);
  return [
    formatCounts(run.stacks),
    ...run.stacks.flatMap((report) => formatStack(report, bold)),
    ...(granted.length > 0 ? ["", ...granted] : []),
    ...(errors.length > 0 ? ["", ...errors] : []),
  ].join("\n");
}

function formatCounts(reports: readonly StackReport[]): string {
  const shown = actions.filter(
    (action, index) => index < 4 || reports.some(({ summary }) => summary.counts[action] > 0),
  );
  const rows = [
    ["stack", ...shown, "outputs", "status"],
    ...reports.map(({ stack, status, summary, waitsFor }) => [
      stack,
      ...shown.map((action) => String(summary.counts[action])),
      String(summary.outputs.length),
      waitsFor === undefined ? status : `waits for ${waitsFor}`,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => formatRow(row, widths)).join("\n");
}

/** Names to the left, numbers to the right. */
function formatRow(row: readonly string[], widths: readonly number[]): string {
  const last = row.length - 1;
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || column === last ? cell.padEnd(width) : cell.padStart(width);
    })
    .join("  ")
    .trimEnd();
}

const signs: Readonly<Record<Action, string>> = {
  add: "+",
  change: "~",
  replace: "-/+",
  destroy: "-",
  import: "<-",
  move: ">",
  forget: "x",
};

function formatStack({ stack, summary, status }: StackReport, bold: (text: string) => string): string[] {
  const { changes, drift } = summary;
  if (status === "assumed" || (changes.length === 0 && drift.length === 0)) return [];
  return [
    "",
    stack,
    ...changes.map((change) => formatChange(change, bold)),
    ...drift.map(({ address, action }) => `  ! ${address} was changed outside of Terraform (${action})`),
  ];
}

function formatChange(change: Change, bold: (text: string) => string): string {
  const { address, action, replacedFor, reason, movedFrom, loses } = change;
  const why = [
    ...(replacedFor ? [`cannot change in place: ${replacedFor.join(", ")}`] : []),
    ...(!replacedFor && reason !== undefined ? [reason.replaceAll("_", " ")] : []),
    ...(movedFrom !== undefined ? [`was ${movedFrom}`] : []),
    ...(loses !== undefined ? [`LOSES ${loses}`] : []),
  ];
  const line = `  ${signs[action].padStart(3)} ${address}${why.length > 0 ? `  (${why.join("; ")})` : ""}`;
  return loses === undefined ? line : bold(line);
}

function formatDiagnostics({ stack, diagnostics }: StackReport): string[] {
  return diagnostics.flatMap((one) => formatDiagnostic(stack, one));
}

/** As Terraform shows it, without the box and the excerpt of the file. */
function formatDiagnostic(stack: string, diagnostic: TerraformDiagnostic): string[] {
  const { severity, summary, detail, address, file } = diagnostic;
  const place = [stack, address, file].filter((part) => part !== undefined).join(", ");
  const lines = detail.split("\n").map((line) => `  ${line}`.trimEnd());
  return [`${severity === "error" ? "Error" : "Warning"}: ${summary}`, `  ${place}`, ...lines];
}
