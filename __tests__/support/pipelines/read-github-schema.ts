/** A definition of GitHub's own schema language. @see https://github.com/actions/languageservices */
interface Definition {
  readonly mapping?: {
    readonly properties?: Readonly<
      Record<string, string | { readonly type: string; readonly required?: boolean }>
    >;
    readonly "loose-key-type"?: string;
    readonly "loose-value-type"?: string;
  };
  readonly sequence?: { readonly "item-type"?: string };
  readonly string?: { readonly constant?: string; readonly "require-non-empty"?: boolean };
  readonly "one-of"?: readonly string[];
  readonly "allowed-values"?: readonly string[];
  readonly null?: object;
  readonly boolean?: object;
  readonly number?: object;
  /** Where an expression may stand instead. */
  readonly context?: readonly string[];
}

export interface GithubSchema {
  readonly definitions: Readonly<Record<string, Definition>>;
}

type JsonSchema = Readonly<Record<string, unknown>>;

const scalar = { type: ["string", "number", "boolean"] };
const expression = { type: "string", pattern: "\\$\\{\\{.*\\}\\}" };

const builtIn: Readonly<Record<string, JsonSchema>> = {
  any: {},
  string: scalar,
  boolean: { type: "boolean" },
  number: { type: "number" },
  null: { type: "null" },
  sequence: { type: "array" },
  mapping: { type: "object" },
};

/** GitHub's schema of workflows as JSON Schema. */
export function jsonSchemaOf({ definitions }: GithubSchema): JsonSchema {
  const own = Object.entries(definitions).map(([name, one]) => [name, orExpression(one)] as const);
  return {
    $ref: "#/definitions/workflow-root-strict",
    definitions: { ...builtIn, ...Object.fromEntries(own) },
  };
}

function orExpression(definition: Definition): JsonSchema {
  const schema = schemaOf(definition);
  return definition.context === undefined ? schema : { anyOf: [schema, expression] };
}

function schemaOf(definition: Definition): JsonSchema {
  const { mapping, sequence, string, "one-of": oneOf, "allowed-values": allowed } = definition;
  if (mapping) return mappingOf(mapping);
  if (sequence) return { type: "array", items: reference(sequence["item-type"] ?? "any") };
  if (oneOf) return { anyOf: oneOf.map(reference) };
  if (allowed) return { enum: allowed };
  if (string?.constant !== undefined) return { const: string.constant };
  if (string) return { ...scalar, ...(string["require-non-empty"] && { minLength: 1 }) };
  if (definition.null) return { type: "null" };
  if (definition.boolean) return { type: "boolean" };
  if (definition.number) return { type: "number" };
  throw new Error(`unknown definition: ${JSON.stringify(definition)}`);
}

function mappingOf({ properties = {}, ...loose }: NonNullable<Definition["mapping"]>): JsonSchema {
  const named = Object.entries(properties);
  const value = loose["loose-value-type"];
  return {
    type: "object",
    properties: Object.fromEntries(
      named.map(([key, one]) => [key, reference(typeof one === "string" ? one : one.type)]),
    ),
    required: named.flatMap(([key, one]) => (typeof one !== "string" && one.required ? [key] : [])),
    additionalProperties: value === undefined ? false : reference(value),
  };
}

function reference(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}
