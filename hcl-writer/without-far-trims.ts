import { type TemplatePart } from "./template-part";

type Writable = { -readonly [Key in keyof TemplatePart]: TemplatePart[Key] };

/**
 * Trim marks reach up to the nearest line break in JSON, but over all line breaks in a quoted HCL string, where they
 * are escapes. Where that makes a difference, the mark is carried out here.
 */
export function withoutFarTrims(parts: readonly TemplatePart[]): TemplatePart[] {
  const result = parts.map((part): Writable => ({ ...part }));
  for (const [index, part] of result.entries()) {
    if (part.kind !== "literal") continue;
    const [before, after] = [result[index - 1], result[index + 1]];
    const start = part.text.replace(/^[^\S\n]*\n?/, "");
    if (before?.trimsAfter && start !== part.text.trimStart()) {
      part.text = start;
      before.trimsAfter = false;
    }
    const end = part.text.replace(/[^\S\n]*\n?$/, "");
    if (after?.trimsBefore && end !== part.text.trimEnd()) {
      part.text = end;
      after.trimsBefore = false;
    }
  }
  return result;
}
