import { Document, isPlainList, isPlainMap, type Plain, Written } from "./plain";

/** A value in one line, as Terraform would write it. Secrets must be hidden before. */
export function showValue(value: Plain): string {
  if (value instanceof Written) return visible(value.text);
  if (value instanceof Document) return showValue(value.content);
  if (typeof value === "string") return visible(JSON.stringify(value));
  if (isPlainList(value)) return `[${value.map(showValue).join(", ")}]`;
  if (!isPlainMap(value)) return String(value);
  const fields = Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(([name, item]) => `${visible(name)} = ${showValue(item)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** Characters that are not seen, or that turn the direction of what follows, are spelled out: nobody hides a change in them. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
