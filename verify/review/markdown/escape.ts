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
 * A sentence that may quote what people wrote, as plain text; what stands between backticks is code.
 *
 * A mark that would name a person, an issue, a label or a milestone is parted from its name by a word joiner, which is not seen: forges
 * look for mentions after Markdown is resolved.
 */
export function prose(text: string): string {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : plain(part)))
    .join("");
}

/** Pages that advice links to. Other addresses are no links: one of an issue would be noted there. */
const knownHosts = /^(docs\.aws\.amazon\.com|developer\.hashicorp\.com|registry\.terraform\.io)\//;

function plain(text: string): string {
  return visible(text.replace(/\s*\n\s*/g, " "))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]|~]/g, (mark, at: number, all: string) => (isInLink(all, at) ? mark : `\\${mark}`))
    .replace(/([@#!~%$&])(?=[\p{L}\p{N}{"])(?!amp;|lt;|gt;)/gu, (mark, _, at: number, all: string) =>
      isInLink(all, at) ? mark : `${mark}\u2060`,
    )
    .replace(/:\/\/(\S*)/g, (address, rest: string) =>
      knownHosts.test(rest) ? address : `:\u2060//${rest}`,
    );
}

/** Whether a mark belongs to the address of a page that we link to. */
function isInLink(text: string, at: number): boolean {
  const [, rest = ""] = /https:\/\/(\S*)$/.exec(text.slice(0, at)) ?? [];
  return knownHosts.test(rest);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
