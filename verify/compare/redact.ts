import { announcesSecret } from "../../secrets/secret-detectors";
import { isReferenceText, looksSecret } from "./looks-secret";
import { Document, isPlainList, isPlainMap, type Plain, type PlainMap, Written } from "./plain";
import { isSensitiveAttribute, promisesSecret } from "./sensitive-names";
import { type Step } from "./steps";

/** Stands for a secret wherever values are shown. */
export const hidden = new Written("(sensitive)");

/**
 * A value as it may be shown: secrets are hidden by the names that lead to them, and by how they look.
 *
 * @param type of the resource that the value belongs to
 * @param steps to the value inside the resource
 */
export function redact(value: Plain, type: string, steps: readonly Step[] = []): Plain {
  const isBelowSecret = steps.some((step) => step.kind === "field" && isSensitiveAttribute(type, step.name));
  if (isBelowSecret) return hideText(value, false);
  // An item that is found by its name says itself which of its fields that name is about.
  if (isPlainMap(value) && steps.at(-1)?.kind === "key") return inMap(value, type);
  const named = steps.findLast((step) => step.kind === "key" || step.kind === "field");
  const name = nameOf(steps, named);
  return name !== undefined && promisesSecret(name) ? hideText(value, true) : inside(value, type);
}

/** The name of a value: of the pair that it stands in (`[DB_PASSWORD].value`), else its own. */
function nameOf(steps: readonly Step[], last: Step | undefined): string | undefined {
  const before = steps.at(-2);
  if (last?.kind === "field" && /^value$/i.test(last.name) && before?.kind === "key") return before.key;
  if (last?.kind === "key") return last.key;
  return last?.kind === "field" ? last.name : undefined;
}

function inside(value: Plain, type: string): Plain {
  if (typeof value === "string") return looksSecret(value) ? hidden : value;
  if (value instanceof Written) return looksSecret(value.text) ? hidden : value;
  if (value instanceof Document) return new Document(inside(value.content, type));
  if (isPlainList(value)) return value.map((item, index) => inList(item, value[index - 1], type));
  return isPlainMap(value) ? inMap(value, type) : value;
}

function inList(item: Plain, before: Plain | undefined, type: string): Plain {
  const isAnnounced = typeof before === "string" && announcesSecret(before);
  return isAnnounced ? hideText(item, true) : inside(item, type);
}

function inMap(map: PlainMap, type: string): PlainMap {
  const label = map["name"] ?? map["key"] ?? map["Name"] ?? map["Key"];
  const isSecretPair = typeof label === "string" && promisesSecret(label);
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => {
      const isPairValue = isSecretPair && /^value$/i.test(key);
      if (isSensitiveAttribute(type, key)) return [key, hideText(item, false)];
      return [key, isPairValue || promisesSecret(key) ? hideText(item, true) : inside(item, type)];
    }),
  );
}

/**
 * Hides every text below a name that promises a secret, but not what only says where the secret is, or a switch.
 *
 * @param mayName whether a text may say where the secret is; in an attribute that is the secret, it is the secret
 */
function hideText(value: Plain, mayName: boolean): Plain {
  if (typeof value === "boolean" || value === null) return value;
  if (value instanceof Written) return looksSecret(value.text) || hasOwnText(value) ? hidden : value;
  if (typeof value === "string") return value === "" || (mayName && isReferenceText(value)) ? value : hidden;
  return hidden;
}

/** Whether a text is more than a reference: `"abc${local.x}"` may hold a part of the secret. */
function hasOwnText({ text }: Written): boolean {
  return text.startsWith('"')
    ? !/^"(\$\{[^}]*\})+"$/.test(text)
    : !/^[\w./-]+(\[[^\]]*\][\w./-]*)*$/.test(text);
}
