import { deliveryTargetFields, deliveryTargetVersion } from "../contract/delivery-target-fields";
import type { Field, FieldRule, Fields } from "../contract/delivery-target-fields";
import { describeInterfaces, type InterfaceDescription } from "./describe-fields";

type Schema = Readonly<Record<string, unknown>>;

/** Interfaces whose documentation describes the fields: of the document, and of an object in it. */
const interfaceOf: Readonly<Record<string, string>> = {
  "": "DeliveryTarget",
  codedeploy: "CodeDeployTarget",
};

/** The text of `contract/delivery-target.schema.json`. */
export function deliveryTargetSchema(): string {
  const described = describeInterfaces(["contract/delivery-target.ts"]);
  const document = objectSchema(deliveryTargetFields, "", described);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Delivery target",
    description: described.get("DeliveryTarget")?.meaning,
    ...document,
    required: ["version", ...requiredOf(deliveryTargetFields)],
    properties: { version: { const: deliveryTargetVersion }, ...propertiesOf(document) },
    if: { properties: { controller: { const: "codedeploy" } } },
    then: { required: ["codedeploy"] },
    else: { properties: { codedeploy: false } },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

type Described = ReadonlyMap<string, InterfaceDescription>;

function objectSchema(fields: Fields, key: string, described: Described): Schema {
  const meanings = described.get(interfaceOf[key] ?? "")?.fields ?? [];
  const properties = Object.entries(fields).map(([name, field]) => {
    const description = meanings.find((each) => each.name === name)?.meaning;
    return [
      name,
      { ...(description ? { description } : {}), ...ruleSchema(field, name, described) },
    ] as const;
  });
  // Fields that are not known are accepted: new optional ones do not change the version.
  return { type: "object", required: requiredOf(fields), properties: Object.fromEntries(properties) };
}

function ruleSchema(rule: FieldRule, key: string, described: Described): Schema {
  switch (rule.kind) {
    case "text":
      return { type: "string", pattern: rule.pattern.source, examples: [rule.example] };
    case "words":
      return { enum: rule.words };
    case "number":
      return { type: "integer", minimum: rule.least, maximum: rule.most };
    case "object":
      return objectSchema(rule.fields, key, described);
    case "map":
      return {
        type: "object",
        propertyNames: { enum: rule.keys },
        additionalProperties: ruleSchema(rule.values, key, described),
      };
  }
}

function requiredOf(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]: [string, Field]) => (field.isOptional ? [] : [name]));
}

function propertiesOf({ properties }: Schema): object {
  return Object(properties);
}
