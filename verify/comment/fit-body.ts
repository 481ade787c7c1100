import { type MarkdownLine, readMarkdownLines } from "./markdown-lines";

/**
 * Cuts Markdown that is longer than a forge accepts, at the end of a line; fences and folded parts that the cut leaves open are closed.
 *
 * A diagram is left out whole: half of one does not render. The last line says how much is missing and where all of it is.
 *
 * @param longest characters, counted as JavaScript counts them: never fewer than the forges count
 * @param whole where to find the whole report, such as "the artifacts of this job"
 */
export function fitBody(markdown: string, longest: number, whole: string): string {
  if (markdown.length <= longest) return markdown;
  const lines = readMarkdownLines(markdown);
  let kept = 0;
  let end = ending([], lines.length, lines.length, whole);
  let length = 0;
  const folds: string[] = [];
  for (const [index, line] of lines.entries()) {
    length += line.text.length + 1;
    if (length > longest) break;
    countFolds(line, folds);
    if (line.open?.language === "mermaid") continue;
    const closing = [...(line.open ? [line.open.fence] : []), ...folds];
    const candidate = ending(closing, lines.length - index - 1, lines.length, whole);
    if (length + candidate.length > longest) continue;
    kept = index + 1;
    end = candidate;
  }
  return [...lines.slice(0, kept).map(({ text }) => text), end].join("\n");
}

/** Keeps one closing tag per folded part that is open after a line. */
function countFolds({ text, isCode }: MarkdownLine, folds: string[]): void {
  if (isCode) return;
  for (const [tag] of text.matchAll(/<\/?details\b/g)) {
    if (tag === "<details") folds.push("</details>");
    else folds.pop();
  }
}

function ending(closing: readonly string[], missing: number, all: number, whole: string): string {
  return [
    ...closing,
    "",
    `_${missing} of ${all} lines are left out here. The whole report is in ${whole}._`,
  ].join("\n");
}
