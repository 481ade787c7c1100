import { z } from "zod";
import { didYouMean, nearest } from "../../problems/did-you-mean";
import type { JsonPath } from "../../json-files/json-path";
import type { Finding } from "./finding";
import { fieldPhrases, type FieldPhrase } from "./field-schemas";
import { nodeAt, type JsonNode } from "../../json-files/json-document";
import { refusedFields } from "./refused-fields";
import { showText } from "../../json-files/show-text";

/** Checks types, ranges and keys of a parsed value against a schema; every finding names its place. */
export function checkShape(schema: z.ZodType, root: JsonNode): Finding[] {
  const issues = (schema.safeParse(root.value).error?.issues ?? []).map((issue) => ({
    path: issue.path.map((part) => (typeof part === "number" ? part : String(part))),
    unknown: issue.code === "unrecognized_keys" ? issue.keys : undefined,
  }));
  const misspelt = new Set(
    issues.flatMap(({ path, unknown = [] }) => {
      const known = knownKeys(schemaAt(schema, path));
      return unknown.map((key) => JSON.stringify([...path, nearest(key, known)]));
    }),
  );
  return issues.flatMap(({ path, unknown }) => {
    if (unknown) return unknown.map((key) => describeKey(key, path, knownKeys(schemaAt(schema, path))));
    // Missing, because its name is misspelt: that is reported and says enough.
    if (!nodeAt(root, path) && misspelt.has(JSON.stringify(path))) return [];
    return [describeValue(schema, root, path)];
  });
}

function describeValue(schema: z.ZodType, root: JsonNode, path: JsonPath): Finding {
  const phrase = refusedFields.get(pathWithoutIndexes(path)) ?? phraseAt(schema, path);
  const node = nodeAt(root, path);
  if (!node) {
    const key = String(path.at(-1));
    const must = `must have the field "${key}", which ${phrase.must}`;
    return { path: path.slice(0, -1), must, got: "nothing", advice: `Add "${key}". ${phrase.advice}` };
  }
  const isNull = node.value === null;
  if (isNull) return { path, must: phrase.must, got: "null", advice: "Remove the field, or set it." };
  return { path, must: phrase.must, got: describeGiven(node), advice: phrase.advice };
}

function describeKey(key: string, path: JsonPath, known: readonly string[]): Finding {
  const refused = refusedFields.get(pathWithoutIndexes([...path, key]));
  const place = { path: [...path, key], atKey: true, got: showText(key) };
  if (refused) return { ...place, ...refused };
  const isContainer = path.length === 1;
  const noun = isContainer ? "an ECS container definition" : `"${path.findLast(isKey)}"`;
  // A container has too many fields to list them.
  const isFarOff = isContainer && nearest(key, known) === undefined;
  const advice = isFarOff ? "Remove it or mend its spelling." : didYouMean(key, known);
  return { ...place, must: `must be a field of ${noun}`, advice };
}

/** Values of the fields below may be secrets, so that only their kind is shown. */
function describeGiven({ value, path }: JsonNode): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${value.length}`;
  if (typeof value === "object") return "an object";
  const isPrivate = path.some((part) => isKey(part) && privateFields.has(part));
  if (typeof value === "string") return isPrivate ? `text of ${value.length} characters` : showText(value);
  return isPrivate ? `a ${typeof value}` : String(value);
}

const privateFields: ReadonlySet<string> = new Set([
  "environment",
  "secrets",
  "command",
  "entryPoint",
  "dockerLabels",
  "options",
]);

function isKey(part: string | number): part is string {
  return typeof part === "string";
}

function pathWithoutIndexes(path: JsonPath): string {
  return path.filter(isKey).join(".");
}

function phraseAt(schema: z.ZodType, path: JsonPath): FieldPhrase {
  const phrase = fieldPhrases.get(schemaAt(schema, path));
  return phrase ?? { must: "must be valid", advice: "Compare it with the AWS documentation." };
}

function schemaAt(schema: z.core.$ZodType, path: JsonPath): z.core.$ZodType {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const [part, ...rest] = path;
  if (part === undefined) return inner;
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest);
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType, rest);
  if (inner instanceof z.ZodObject) {
    const field = inner.shape[part];
    if (field) return schemaAt(field, rest);
  }
  return inner;
}

function knownKeys(schema: z.core.$ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
