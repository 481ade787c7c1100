import { type Resource } from "../estate/resource";
import { JsonText, Reference, Template, Unknown, type Value, type ValueMap } from "../values/value";
import { Document, type Plain, type PlainMap, Written, type WrittenReference } from "./plain";

/** How one side's values become comparable with the other's. */
export interface PlainContext {
  /** The stack that the value stands in: what it refers to elsewhere is shown with the name of its stack. */
  readonly stackName: string;
  /** New place of what moved, so that a reference to it is no change. */
  readonly placeNow: (place: string) => string;
}

/** Attributes of a resource, comparable with those of the other side. */
export function plainMap(values: ValueMap, context: PlainContext): PlainMap {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plainValue(value, context)]));
}

export function plainValue(value: Value, context: PlainContext): Plain {
  if (value instanceof Reference) return policyOf(value, context) ?? written([value], context, false);
  if (value instanceof Template) return written(value.parts, context, true);
  if (value instanceof Unknown) return new Written(value.expression, referencesOf([value], context));
  if (value instanceof JsonText) return new Document(plainValue(value.value, context));
  if (typeof value === "string") return parsedJson(value) ?? value;
  if (Array.isArray(value)) return value.map((item: Value) => plainValue(item, context));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item, context)]));
}

/** A policy document's text is its statements, shown where the policy is used. */
function policyOf({ resource, attribute }: Reference, context: PlainContext): Document | undefined {
  const isPolicy =
    resource.mode === "data" && resource.type === policyDocument && /^(minified_)?json$/.test(attribute);
  return isPolicy ? new Document(plainMap(resource.values, context)) : undefined;
}

export const policyDocument = "aws_iam_policy_document";

type Part = string | Reference | Unknown;

function written(parts: readonly Part[], context: PlainContext, isText: boolean): Written {
  const text = parts.map((part) => {
    if (typeof part === "string") return JSON.stringify(part).slice(1, -1);
    const expression = part instanceof Unknown ? part.expression : addressOf(part, context);
    return isText ? `\${${expression}}` : expression;
  });
  return new Written(isText ? `"${text.join("")}"` : text.join(""), referencesOf(parts, context));
}

function referencesOf(parts: readonly Part[], context: PlainContext): readonly WrittenReference[] {
  return parts.flatMap((part) => {
    if (typeof part === "string") return [];
    const references = part instanceof Unknown ? part.references : [part];
    return references.map(({ resource, attribute }) => ({
      place: context.placeNow(resource.place),
      attribute,
    }));
  });
}

function addressOf({ resource, attribute }: Reference, context: PlainContext): string {
  const address = shortPlace(resource, context);
  return attribute === "" ? address : `${address}.${attribute}`;
}

/** Of another stack, its name without the environment: so that the same change reads the same in every environment. */
function shortPlace(resource: Resource, { stackName, placeNow }: PlainContext): string {
  const place = placeNow(resource.place);
  const stack = resource.stack.name;
  const address = place.slice(stack.length + 1);
  return stack === stackName ? address : `${shortStackName(stack, resource.stack.environment)}/${address}`;
}

/** `network` of `dev-network`. */
export function shortStackName(stackName: string, environment: string): string {
  return stackName.startsWith(`${environment}-`) ? stackName.slice(environment.length + 1) : stackName;
}

/** Text that holds a JSON object or list. */
function parsedJson(text: string): Document | undefined {
  if (!/^\s*(\{\s*"|\[\s*[[{"])/.test(text)) return undefined;
  try {
    const content: Plain = JSON.parse(text);
    return new Document(content);
  } catch {
    return undefined;
  }
}
