import { visible } from "../../compare/show-value";
import { type Report, type Section } from "../report";
import { changeLines } from "./change-lines";
import { type Dialect } from "./dialect";
import { code, fence } from "./escape";
import { costLines, findingLines, pathLines, waivedLines } from "./fact-lines";

/** A part of a report that can be told with less and less detail. */
export interface Part {
  readonly title: string;
  /** The whole text first, then shorter ones. */
  readonly variants: readonly (readonly string[])[];
}

/** What changes in the same way in some environments: paths and findings first, then every change. */
export function sectionPart(section: Section, dialect: Dialect, isOpen: boolean): Part {
  const { environments, changes, opened, closed, newFindings, fixedFindings, waived, costs } = section;
  const title = environments.join(", ");
  const block = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[heading, "", ...diff(lines)]];
  const facts = [
    ...block("Paths that open", pathLines("+", opened)),
    ...block("Paths that close", pathLines("-", closed)),
    ...block("Findings", [
      ...findingLines("+", newFindings),
      ...waivedLines(waived),
      ...findingLines("-", fixedFindings),
    ]),
  ];
  const bills = costs.flatMap((cost) => block("Billed by the hour", costLines(cost)));
  const told = (isShort: boolean) => {
    const lines = changeLines(changes, isShort);
    const body = [...facts, ...(lines.length === 0 ? [] : [diff(lines)]), ...bills];
    return dialect.folded(title, joinBlocks(body), isOpen && !isShort);
  };
  const left = [`Details of ${environments.map(code).join(", ")} are left out.`];
  return { title, variants: [told(false), told(true), left] };
}

/** Whatever is told in a line stays in it, so that it keeps the sign that it begins with. */
function diff(lines: readonly string[]): readonly string[] {
  return fence("diff", lines.map(visible));
}

/** Pictures go first when a report is too long: half of one does not render. */
export function picturePart({ pictures }: Report, dialect: Dialect): Part | undefined {
  if (!dialect.hasPictures || pictures.length === 0) return undefined;
  const title = `Picture: ${pictures.map(({ environment }) => environment).join(", ")}`;
  const blocks = pictures.map(({ mermaid }) => fence("mermaid", mermaid.trimEnd().split("\n")));
  return { title, variants: [dialect.folded(title, joinBlocks(blocks), false), []] };
}

export function joinBlocks(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}
