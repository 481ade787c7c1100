export interface MarkdownLine {
  readonly text: string;
  /** True for the lines of a fenced block, its fences included. */
  readonly isCode: boolean;
  /** The fenced block that is still open after this line. */
  readonly open?: Fence;
}

interface Fence {
  /** What closes it. */
  readonly fence: string;
  readonly language: string;
}

/** Splits Markdown into lines that know whether they are inside a fenced code block (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
export function readMarkdownLines(markdown: string): readonly MarkdownLine[] {
  let open: Fence | undefined;
  return markdown.split(/\r?\n/).map((text) => {
    const before = open;
    open = fenceAfter(text, before);
    return { text, isCode: before !== undefined || open !== undefined, open };
  });
}

function fenceAfter(line: string, open: Fence | undefined): Fence | undefined {
  const [, fence = "", language = ""] = /^\s*(`{3,}(?=[^`]*$)|~{3,})\s*(.*)$/.exec(line) ?? [];
  if (open === undefined) return fence === "" ? undefined : { fence, language: language.trim() };
  return language === "" && fence.startsWith(open.fence) ? undefined : open;
}
