import { formatTokens } from "./format-tokens";
import { readExpression } from "./read-template";

const simple = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[(?:\d+|\*)\])*$/;

/** Prints an expression on one line, spaced as `terraform fmt` spaces it. */
export function formatExpression(expression: string): string {
  const trimmed = expression.trim();
  return simple.test(trimmed) ? trimmed : formatTokens(readExpression(trimmed, 0, "end").tokens);
}
