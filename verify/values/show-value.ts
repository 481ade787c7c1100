import { fieldsOf, isMap } from "./fields-of";
import { JsonText, Reference, Template, Unknown, type Value } from "./value";

/**
 * A value in one line, as Terraform would write it: `"ALL"`, `var.size`, `aws_vpc.main.id`.
 *
 * Lists and maps are cut short; the caller keeps secrets away.
 */
export function showValue(value: Value | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (value instanceof Reference) return [value.resource.address, value.attribute].filter(Boolean).join(".");
  if (value instanceof Unknown) return value.expression;
  if (value instanceof Template) return JSON.stringify(value.parts.map(partText).join(""));
  if (value instanceof JsonText) return `jsonencode(${showValue(value.value)})`;
  if (isMap(value)) return `{ ${shorten(Object.keys(fieldsOf(value))).join(", ")} }`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `[${shorten(value.map(showValue)).join(", ")}]`;
}

/** A part of a {@link Template} as it is written. */
export function partText(part: string | Reference | Unknown): string {
  return typeof part === "string" ? part : `\${${showValue(part)}}`;
}

const shown = 5;

function shorten(items: readonly string[]): readonly string[] {
  return items.length > shown ? [...items.slice(0, shown), "…"] : items;
}
