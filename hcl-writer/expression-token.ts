/** One piece of a Terraform expression; a quoted string, with all that is nested in it, is one token. */
export interface ExpressionToken {
  readonly kind: "identifier" | "number" | "string" | "symbol" | "newline";
  readonly text: string;
}
