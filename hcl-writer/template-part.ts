/** A template is a sequence of text as written, `${…}` interpolations and `%{…}` directives. */
export interface TemplatePart {
  readonly kind: "literal" | "interpolation" | "directive";
  /** Literal text as written (escapes `$${` and `%%{` included), or the formatted expression without its braces. */
  readonly text: string;
  /** `~` after the opening or before the closing brace: trims the neighbouring literal text. */
  readonly trimsBefore?: boolean;
  readonly trimsAfter?: boolean;
}

/** Writes an interpolation or directive back as `terraform fmt` prints it. */
export function writeSequence(part: TemplatePart): string {
  const sign = part.kind === "directive" ? "%" : "$";
  const text = part.text
    .replace(/^-(?=\S)/, "- ")
    .replace(/^\{/, " {")
    .replace(/\}$/, "} ");
  return `${sign}{${part.trimsBefore ? "~" : ""}${text}${part.trimsAfter ? "~" : ""}}`;
}
