import { formatExpression } from "./format-expression";
import { isJsonObject, type JsonValue } from "./json-value";
import { readTemplate } from "./read-template";
import { writeSequence } from "./template-part";

/**
 * Renders a string of Terraform JSON, which is always a template.
 *
 * One interpolation and nothing else is the bare expression; anything else is a quoted template on one line.
 */
export function renderString(text: string): string {
  const parts = readTemplate(text);
  const [only] = parts;
  if (only?.kind === "interpolation" && parts.length === 1) return only.text;
  const inner = parts.map((part) =>
    part.kind === "literal" ? escapeLiteral(part.text) : writeSequence(part),
  );
  return `"${inner.join("")}"`;
}

/**
 * Renders a string that stands where Terraform wants a reference, a type or a keyword: never quoted.
 *
 * JSON may hold it with or without `${…}` around it.
 */
export function renderReference(text: string): string {
  const parts = text.startsWith("${") ? readTemplate(text) : [];
  const [only] = parts;
  return only?.kind === "interpolation" && parts.length === 1 ? only.text : formatExpression(text);
}

/** Renders the key of an object or map: bare where it is a word, in parentheses where it is an expression. */
export function renderKey(key: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !reservedKeys.has(key)) return key;
  const rendered = renderString(key);
  return rendered.startsWith('"') ? rendered : `(${rendered})`;
}

/** Makes a template of strings that Terraform takes as they are: `${` and `%{` in them mean themselves. */
export function escapeTemplates(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.replace(/([$%])\{/g, "$1$1{");
  if (Array.isArray(value)) return value.map(escapeTemplates);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [escapeTemplates(key) as string, escapeTemplates(item)]),
  );
}

// "for" would start a for expression; the others would read as values.
const reservedKeys = new Set(["for", "null", "true", "false"]);

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** Invisible and direction-changing characters are written as escapes, so that a reviewer sees them. */
function escapeLiteral(text: string): string {
  return text.replace(/["\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const short = shortEscapes[character];
    if (short !== undefined) return short;
    const codePoint = character.codePointAt(0) ?? 0;
    if (/\p{Cs}/u.test(character)) return "\\ufffd"; // half a surrogate pair; Terraform reads JSON the same way
    return codePoint > 0xffff
      ? `\\U${codePoint.toString(16).padStart(8, "0")}`
      : `\\u${codePoint.toString(16).padStart(4, "0")}`;
  });
}
