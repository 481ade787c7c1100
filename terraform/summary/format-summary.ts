import { type StackReport } from "../flow/stack-report";
import { type ChangesStyle, formatChanges } from "./format-changes";
import { formatDiagnostic } from "./format-diagnostic";
import { actions, emptySummary } from "./plan-summary";

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
  if (stacks.some(({ status }) => hasEndedBadly[status])) return 1;
  if (command !== "plan") return stacks.some(({ status }) => status === "waiting") ? 1 : 0;
  return stacks.some(({ status, hasChanges }) => status === "waiting" || (status === "planned" && hasChanges))
    ? 2
    : 0;
}

const hasEndedBadly: Readonly<Record<StackReport["status"], boolean>> = {
  planned: false,
  applied: false,
  destroyed: false,
  assumed: false,
  waiting: false,
  declined: true,
  interrupted: true,
  failed: true,
};

/** The summary for programs. The shape only grows; `version` changes when something is renamed or removed. */
export function jsonSummary(summary: RunSummary): string {
  const { command, isOffline, stacks, assumptions, seconds } = summary;
  const exitCode = exitCodeOf(summary);
  const document = { version: 1, command, offline: isOffline, exitCode, seconds, stacks, assumptions };
  return JSON.stringify(document, null, 2);
}

/** The summary for people: what it comes to, then each stack, then what they should know or mend. */
export function textSummary(run: RunSummary, style: ChangesStyle): string {
  if (run.stacks.length === 0) return `Nothing to ${run.command}: no such stack exists.`;
  const told = run.stacks.flatMap(({ stack, diagnostics, wouldBeRefused }) => [
    ...(wouldBeRefused ? ["", `${stack}: an apply would be refused:`] : []),
    ...diagnostics.flatMap((diagnostic) => ["", ...formatDiagnostic(stack, diagnostic)]),
  ]);
  const granted = run.assumptions.map((what) => `taken for granted offline: ${what}`);
  return [
    formatCounts(run.stacks),
    ...run.stacks.flatMap((report) => formatStack(report, style)),
    ...(isQuiet(run) ? ["", "No changes."] : []),
    ...(granted.length > 0 ? ["", ...granted] : []),
    ...told,
    ...run.stacks.flatMap(({ stack, text }) =>
      text === undefined ? [] : ["", style.bold(`${stack} in Terraform's words:`), "", text],
    ),
    ...lastWords(run, style),
  ].join("\n");
}

function lastWords({ command, stacks }: RunSummary, style: ChangesStyle): readonly string[] {
  if (stacks.some(({ status }) => status === "interrupted")) {
    const done = command === "plan" ? "Nothing was changed" : "What was done is in the state";
    return ["", `Stopped by you. ${done}: run the same command again.`];
  }
  const hasValues = command === "plan" && stacks.some((report) => formatStack(report, style).length > 0);
  return hasValues && !style.isVerbose ? ["", "values: --verbose"] : [];
}

/** Whether every stack was looked at and none differs from its configuration. */
function isQuiet({ command, stacks }: RunSummary): boolean {
  return command !== "destroy" && stacks.every(({ status, hasChanges }) => !hasChanges && isLookedAt[status]);
}

const isLookedAt: Readonly<Record<StackReport["status"], boolean>> = {
  planned: true,
  applied: true,
  destroyed: true,
  assumed: true,
  waiting: false,
  declined: false,
  interrupted: false,
  failed: false,
};

function formatCounts(reports: readonly StackReport[]): string {
  const shown = actions.filter(
    (action, index) => index < 4 || reports.some(({ summary }) => summary.counts[action] > 0),
  );
  const rows = [
    ["stack", ...shown, "outputs", "status"],
    ...reports.map(({ stack, status, summary, waitsFor }) => [
      stack,
      ...[...shown.map((action) => summary.counts[action]), summary.outputs.length].map((count) =>
        // Nobody knows yet what an interrupted stack would change that was not planned.
        status === "interrupted" && summary === emptySummary ? "-" : String(count),
      ),
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

function formatStack({ stack, summary, status }: StackReport, style: ChangesStyle): readonly string[] {
  // Who said no has just read them; what was not asked for is not what they want to read.
  if (status === "assumed" || status === "declined") return [];
  const lines = formatChanges(summary.changes, style);
  // Outputs alone are told by name: with other changes they follow from them.
  const outputs =
    lines.length === 0 && summary.outputs.length > 0 ? [`    ~ outputs ${summary.outputs.join(", ")}`] : [];
  if (lines.length + outputs.length === 0) return [];
  return ["", stack, ...lines, ...outputs];
}
