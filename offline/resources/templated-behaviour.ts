import { dnsSuffix } from "../regions/partitions";
import { type Value, type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { madeUp, nameOrPrefixed, uuid } from "./made-up-ids";

/**
 * What AWS answers for one attribute: a text with `{placeholders}`, a fixed value, or a function of everything known so far.
 * A function is asked even for what the configuration sets, because parts of a block may be left for AWS to choose.
 */
export type TemplatedAnswer = Value | ((known: Values, aws: AwsContext) => Value);

export interface TemplatedRest extends Omit<ResourceBehaviour, "type" | "create" | "importId"> {
  /** What stands in templates for attributes that the configuration leaves out: `{ path: "/" }`. */
  readonly defaults?: Values;
  /** Template of what people pass to `terraform import`. @default - the `id` attribute */
  readonly importId?: string;
}

/** When everything was made: there is no clock here, so that two runs give the same values. */
export const madeAt = "2026-01-01T00:00:00Z";

/**
 * A type of resource that AWS fills in by templates. Answers are worked out in the order they are written, so that later ones
 * can use earlier ones: `{ arn: "arn:{partition}:sns:{region}:{account}:{name}", id: "{arn}" }`.
 */
export function templatedBehaviour(
  type: string,
  answers: Readonly<Record<string, TemplatedAnswer>>,
  { defaults = {}, importId, ...rest }: TemplatedRest = {},
): ResourceBehaviour {
  return {
    type,
    ...rest,
    create(given, aws) {
      const known: Record<string, Value> = { ...defaults, ...onlySet(given) };
      const answer: Record<string, Value> = {};
      for (const [name, wanted] of Object.entries(answers)) {
        const value =
          typeof wanted === "function"
            ? wanted(known, aws)
            : (setValue(given[name]) ?? resolve(wanted, name, known, aws));
        answer[name] = value;
        known[name] = setValue(given[name]) ?? value;
      }
      return answer;
    },
    ...(importId === undefined
      ? {}
      : { importId: (values: Values) => fillTemplate(importId, { ...defaults, ...onlySet(values) }) }),
  };
}

/**
 * `{name}` becomes the value of that name; `{hex:8}`, `{digits:8}`, `{capitals:8}`, `{alphanumeric:8}` and `{uuid}` become signs that no
 * other resource gets.
 */
export function fillTemplate(template: string, values: Values, aws?: AwsContext, purpose = ""): string {
  return template.replace(/\{(\w+)(?::(\d+))?\}/g, (_whole, name: string, length: string | undefined) => {
    const value = values[name];
    if (typeof value === "string" || typeof value === "number") return String(value);
    if (!aws) return "";
    if (name === "hex") return aws.hex(Number(length), purpose);
    if (name === "digits" || name === "capitals" || name === "alphanumeric") {
      return madeUp(name, Number(length), aws, purpose);
    }
    if (name === "uuid") return uuid(aws, purpose);
    if (name === "dnsSuffix") return dnsSuffix(aws.partition);
    return name === "partition" || name === "region" || name === "account" ? aws[name] : "";
  });
}

/** The name of a resource: as configured, or made from the prefix. */
export function generatedName(attribute = "name"): TemplatedAnswer {
  return (known, aws) => nameOrPrefixed(known, aws, attribute);
}

function resolve(wanted: Value, purpose: string, known: Values, aws: AwsContext): Value {
  return typeof wanted === "string" ? fillTemplate(wanted, known, aws, purpose) : wanted;
}

function onlySet(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isSet(value)));
}

function setValue(value: Value | undefined): Value | undefined {
  return value !== undefined && isSet(value) ? value : undefined;
}

function isSet(value: Value): boolean {
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
