import { readTemplate } from "./read-template";
import { writeSequence } from "./template-part";

/**
 * Renders text of several lines as a heredoc, so that a change inside it is a change of one line.
 *
 * Only text that ends with a line break can be written so, as the value of an attribute or a key (never inside a
 * list); where a reader or Terraform could see other text than was meant, the answer is undefined.
 */
export function renderHeredoc(text: string, depth: number): string | undefined {
  if (!isHeredocText(text)) return undefined;
  const parts = readTemplate(text);
  // Directives and trim marks would reach across lines.
  if (parts.some(({ kind, trimsBefore, trimsAfter }) => kind === "directive" || trimsBefore || trimsAfter)) {
    return undefined;
  }
  const body = parts.map((part) => (part.kind === "literal" ? part.text : writeSequence(part))).join("");
  const indent = "  ".repeat(depth);
  return `<<-EOT\n${body.replace(/^(?=.)/gm, `${indent}  `)}${indent}EOT`;
}

/** Decides from the text alone, without reading its expressions. */
export function isHeredocText(text: string): boolean {
  if (!/\n[^]*\n$/.test(text)) return false;
  const isVisible = !/[^\P{C}\n]|[\p{Zl}\p{Zp}]| $/mu.test(text);
  // Terraform takes away the indentation that all lines share.
  const hasLineWithoutIndent = /^\S/m.test(text);
  return isVisible && hasLineWithoutIndent && !/^\s*EOT\s*$/m.test(text);
}
