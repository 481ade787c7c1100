/**
 * Escapes Terraform's template markers, so that text that people own arrives as they wrote it: `${HOME}` in a container
 * variable must not become an expression.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function literalText(text: string): string {
  return text.replace(/[$%](?=\{)/g, (marker) => marker + marker);
}

/** Escapes text that may hold typed references: those resolve, all the rest arrives as written. */
export function literalTextAroundReferences(text: string): string {
  return text.replace(/[$%](?=\{(?!TfToken\[))/g, (marker) => marker + marker);
}

/** Escapes every string of a JSON value, keys included. */
export function literalJson(value: unknown): unknown {
  if (typeof value === "string") return literalText(value);
  if (Array.isArray(value)) return value.map(literalJson);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [literalText(key), literalJson(child)]),
    );
  }
  return value;
}
