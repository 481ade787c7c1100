import type { BindingFields } from "./provider-binding";
import type { Json, JsonMap } from "./stack-configuration";

/** Translates an expression, without its `${…}`, into TypeScript. */
export type TranslateExpression = (expression: string) => string;

/** Writes a JSON value as the TypeScript that people would write: keys in camel case, references as tokens. */
export function writeValue(
  value: Json,
  fields: BindingFields | undefined,
  translate: TranslateExpression,
): string {
  if (typeof value === "string") return writeText(value, translate);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => writeValue(item, fields, translate)).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => {
    const field = fields?.get(key);
    if (fields && !field) throw new Error(`the provider's binding has no field ${key}`);
    if (key === "depends_on" && fields) return `dependsOn: ${writeAddresses(item, translate)}`;
    return `${JSON.stringify(field?.property ?? key)}: ${writeValue(item, field?.fields, translate)}`;
  });
  return `{\n${entries.map((entry) => `${entry},\n`).join("")}}`;
}

function isList(value: readonly Json[] | JsonMap): value is readonly Json[] {
  return Array.isArray(value);
}

/** `depends_on` holds addresses, which are no templates. */
function writeAddresses(value: Json, translate: TranslateExpression): string {
  if (typeof value !== "object" || value === null || !isList(value)) throw new Error("depends_on is no list");
  return `[${value.map((address) => translate(String(address))).join(", ")}]`;
}

// An escaped `$${`, which is text, or an expression. Those of synthesized code hold no braces of their own.
const pieces = /(\$\$\{)|\$\{([^}]*)\}/g;

function writeText(text: string, translate: TranslateExpression): string {
  const found = [...text.matchAll(pieces)].filter(([, escaped]) => escaped === undefined);
  const [first] = found;
  if (!first) return JSON.stringify(text);
  if (first[0] === text) return translate(first[2] ?? "");
  let written = "";
  let end = 0;
  for (const match of found) {
    written += escapeTemplate(text.slice(end, match.index)) + `\${${translate(match[2] ?? "")}}`;
    end = match.index + match[0].length;
  }
  return `\`${written}${escapeTemplate(text.slice(end))}\``;
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, "\\$&");
}
