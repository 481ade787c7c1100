import { type EnvironmentSummary } from "../report";
import { code } from "./escape";

interface Column {
  readonly title: string;
  /** Empty where there is nothing to say. */
  readonly cell: (summary: EnvironmentSummary) => string;
}

const some = (count: number, word = "") => (count === 0 ? "" : `${count}${word}`);
const listed = (...texts: readonly string[]) => texts.filter((text) => text !== "").join(", ");

const bold = (text: string, isGrave: boolean) => (isGrave && text !== "" ? `**${text}**` : text);

const costWords = { more: "↑ more", less: "↓ less", mixed: "↑↓ more and less", same: "" } as const;

function paths({ opened, undeclared, closed }: EnvironmentSummary): string {
  const remark = undeclared > 0 ? ` (**${undeclared} not declared**)` : "";
  return listed(`${some(opened, " opened")}${remark}`, some(closed, " closed"));
}

function findings({ newErrors, newWarnings, waived, fixedFindings }: EnvironmentSummary): string {
  return listed(
    newErrors > 0 ? `**${plural(newErrors, "new error")}**` : "",
    newWarnings > 0 ? plural(newWarnings, "new warning") : "",
    waived > 0 ? `**${waived} waived**` : "",
    some(fixedFindings, " fixed"),
  );
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

const columns: readonly Column[] = [
  { title: "Added", cell: ({ counts }) => some(counts.added) },
  { title: "Changed", cell: ({ counts }) => some(counts.changed) },
  { title: "Replaced", cell: ({ counts, lost }) => bold(some(counts.replaced), lost > 0) },
  { title: "Destroyed", cell: ({ counts, lost }) => bold(some(counts.destroyed), lost > 0) },
  { title: "Look renamed", cell: ({ counts }) => some(counts.renamed) },
  { title: "Moved", cell: ({ counts }) => some(counts.moved) },
  { title: "Paths", cell: paths },
  {
    title: "Findings",
    cell: findings,
  },
  { title: "Blast radius", cell: ({ blast = "" }) => bold(blast, blast === "data-bearing") },
  { title: "Cost", cell: ({ cost = "same" }) => costWords[cost] },
];

/** A line per environment; columns with nothing in them are left out. */
export function summaryTable(summaries: readonly EnvironmentSummary[]): readonly string[] {
  const shown = columns.filter(({ cell }) => summaries.some((summary) => cell(summary) !== ""));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["Environment", ...shown.map(({ title }) => title)]),
    row(["---", ...shown.map(() => "---")]),
    ...summaries.map((summary) => row([nameOf(summary), ...shown.map(({ cell }) => cell(summary))])),
  ];
}

function nameOf({ name, existence }: EnvironmentSummary): string {
  if (existence === "both") return code(name);
  return `${code(name)} (${existence === "added" ? "new" : "**gone**"})`;
}
