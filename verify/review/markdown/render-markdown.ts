import { type Report } from "../report";
import { type DialectName, dialects } from "./dialect";
import { code } from "./escape";
import { fitParts } from "./fit-parts";
import { joinBlocks, picturePart, sectionPart } from "./section-part";
import { count } from "./shorten";
import { summaryTable } from "./summary-table";
import { warnings } from "./warnings";

export interface MarkdownOptions {
  readonly dialect: DialectName;
  /**
   * Most characters of the whole text.
   *
   * @default 60000 - GitHub takes 65,536 of a comment, and who posts it adds a line
   */
  readonly longest?: number;
  /**
   * Where to find what is left out of a report that is too long.
   *
   * @default "`ecs-env review` shows everything."
   */
  readonly wholeReport?: string;
}

/** A short report is shown with its details open. */
const shortReport = 24;

/** More environments than this are counted. */
const mostRows = 100;

/** A report as a comment of a merge request: the answers first, then folded what they are made from. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const { longest = 60_000, wholeReport = "`ecs-env review` shows everything." } = options;
  const dialect = dialects[options.dialect];
  if (report.environments.length === 0) return `${nothing(report)}\n`;
  const top = joinBlocks([warnings(report), [headline(report)], tableOf(report), renameNote(report)]);
  const sections = report.sections.map((section) => sectionPart(section, dialect, false));
  const lines = sections.reduce((sum, { variants: [whole = []] }) => sum + whole.length, 0);
  const isOpen = sections.length === 1 && lines <= shortReport;
  const picture = picturePart(report, dialect);
  const parts = [
    ...(isOpen ? report.sections.map((section) => sectionPart(section, dialect, true)) : sections),
    ...(picture ? [picture] : []),
  ];
  const room = longest - top.join("\n").length - 300 - wholeReport.length;
  const fitted = fitParts(parts, room);
  const note = fitted.shortened.length === 0 ? [] : [leftOut(fitted.shortened, wholeReport)];
  return `${joinBlocks([top, ...fitted.parts, note]).join("\n")}\n`;
}

function nothing({ unchanged }: Report): string {
  const many = unchanged.length === 1 ? "1 environment" : `${count(unchanged.length)} environments`;
  return `**Nothing changes** in ${many}.`;
}

/** `**2 resources change in \`dev\`, \`sit\`.** Unchanged: \`prod\`.` */
function headline({ environments, unchanged }: Report): string {
  const total = environments.reduce((sum, { counts }) => {
    return sum + counts.added + counts.changed + counts.replaced + counts.destroyed + counts.moved;
  }, 0);
  const what = total === 0 ? "No resource changes" : `${count(total)} ${total === 1 ? "change" : "changes"}`;
  const rest = unchanged.length === 0 ? "" : ` Unchanged: ${names(unchanged)}.`;
  return `**${what} in ${names(environments.map(({ name }) => name))}.**${rest}`;
}

function names(all: readonly string[]): string {
  const shown = all.length > 10 ? all.slice(0, 8) : all;
  const left = all.length - shown.length;
  return `${shown.map(code).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}

function tableOf({ environments }: Report): readonly string[] {
  const left = environments.length - mostRows;
  return [
    ...summaryTable(environments.slice(0, mostRows)),
    ...(left > 0 ? ["", `… and ${count(left)} more environments.`] : []),
  ];
}

function renameNote({ environments }: Report): readonly string[] {
  const renamed = environments.reduce((sum, { counts }) => sum + counts.renamed, 0);
  if (renamed === 0) return [];
  const what = renamed === 1 ? "1 resource looks" : `${count(renamed)} resources look`;
  return [`${what} renamed, but without \`moved\` blocks Terraform destroys and creates.`];
}

function leftOut(titles: readonly string[], wholeReport: string): string {
  const of = titles.length > 5 ? `${count(titles.length)} parts` : titles.map(code).join(", ");
  return `Too long for a comment: details of ${of} are left out. ${wholeReport}`;
}
