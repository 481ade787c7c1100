import { isPlain } from "./plain-values";
import { Reference, Template, type Value } from "./value";

/** Stands for a part that only AWS or Terraform's caller knows; it is no wildcard. */
const unknownPart = "…";

/**
 * Text as it is written, to look for wildcards or endings in, with `…` for parts that are not known.
 *
 * Undefined when nothing of it is known: a variable may hold a wildcard. An attribute of a resource, such as an ARN, holds none.
 */
export function writtenText(value: Value): string | undefined {
  if (isPlain(value)) return String(value);
  if (value instanceof Reference) return unknownPart;
  if (!(value instanceof Template)) return undefined;
  return value.parts.map((part) => (typeof part === "string" ? part : unknownPart)).join("");
}
