import { isPlain } from "../values/plain-values";
import { Reference, Template, type Value } from "../values/value";

/** Stands for a part that only AWS or Terraform's caller knows; it is no wildcard. */
const unknownPart = "…";

/**
 * Text of a policy to look for wildcards in, with `…` for parts that are not known.
 *
 * Undefined when nothing of it is known: a variable may hold a wildcard. An attribute of a resource, such as an ARN, holds none.
 */
export function writtenText(value: Value): string | undefined {
  if (isPlain(value)) return String(value);
  if (value instanceof Reference) return unknownPart;
  if (!(value instanceof Template)) return undefined;
  return value.parts.map((part) => (typeof part === "string" ? part : unknownPart)).join("");
}
