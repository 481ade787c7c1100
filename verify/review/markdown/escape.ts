import { visible } from "../../compare/show-value";

/** Text in a code span: nothing in it is Markdown, HTML, a mention or a reference. In tables, a pipe needs a backslash even there. */
export function code(text: string): string {
  const line = visible(text.replace(/\s*\n\s*/g, " "));
  const mark = "`".repeat(longestRun(line) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") || line.trim() === "" ? " " : "";
  return `${mark}${padding}${line.replaceAll("|", "\\|")}${padding}${mark}`;
}

/** Lines in a code block whose fence none of them can close. */
export function fence(language: string, lines: readonly string[]): readonly string[] {
  const mark = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [`${mark}${language}`, ...lines, mark];
}

/**
 * A sentence that may quote what people wrote, as plain text. A mark that would name a person, an issue, a label or a milestone is
 * parted from its name by a word joiner, which is not seen: forges look for mentions after Markdown is resolved.
 */
export function prose(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, " "))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/([@#!~%$&])(?=[\p{L}\p{N}{"])(?!amp;|lt;|gt;)/gu, "$1\u2060")
    .replace(/:\/\//g, ":\u2060//");
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
