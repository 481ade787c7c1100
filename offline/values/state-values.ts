import { type BlockSchema, type NestedBlockSchema, type ValueType } from "../schema/schema";
import { inSetOrder } from "./canonical-key";
import { mapValues } from "./map-values";
import { objectTypeOf } from "./object-type";
import { DynamicValue, type Value, type Values } from "./value";
import { isRecord, isSequence, isValueType } from "./value-shape";

/**
 * Values of a resource from the JSON of a Terraform state. What the schema does not know (any more) is dropped, what it knows
 * since is null.
 *
 * @throws Error where the state holds something of another type
 */
export function valuesFromState(json: unknown, block: BlockSchema): Values | null {
  const value = fromState(json, objectTypeOf(block), []);
  return isRecord(value) ? withBlocks(value, block) : null;
}

/** The same with empty lists for blocks that are not there: Terraform knows no block that is null, except a single one. */
export function withBlocks(values: Values, block: BlockSchema): Values {
  const blocks = Object.entries(block.blocks).map(([name, nested]) => [
    name,
    nestedValue(values[name] ?? null, nested),
  ]);
  return { ...values, ...Object.fromEntries(blocks) };
}

function nestedValue(value: Value, { nesting, block }: NestedBlockSchema): Value {
  const inner = (item: Value): Value => (isRecord(item) ? withBlocks(item, block) : item);
  if (nesting === "single") return inner(value);
  if (value === null) return nesting === "map" ? {} : [];
  if (isSequence(value)) return value.map(inner);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inner(item)]));
}

/** Reads a value of a state's JSON (or of `DynamicValue.json`) as this type. @throws Error where it is of another type */
export function fromState(json: unknown, type: ValueType, path: readonly string[] = []): Value {
  if (json === null || json === undefined) return null;
  if (typeof type === "string") return primitive(json, type, path);
  switch (type[0]) {
    case "list":
      return items(json, type, path).map((item, index) => fromState(item, type[1], [...path, `${index}`]));
    case "set":
      return inSetOrder(
        items(json, type, path).map((item, index) => fromState(item, type[1], [...path, `${index}`])),
        type[1],
      );
    case "tuple":
      return type[1].map((item, index) =>
        fromState(items(json, type, path)[index], item, [...path, `${index}`]),
      );
    case "map":
      return mapValues(members(json, type, path), (item, name) => fromState(item, type[1], [...path, name]));
    case "object": {
      const given = members(json, type, path);
      return mapValues(type[1], (item, name) => fromState(given[name], item, [...path, name]));
    }
  }
}

function primitive(
  json: unknown,
  type: "string" | "number" | "bool" | "dynamic",
  path: readonly string[],
): Value {
  switch (type) {
    case "string":
      if (typeof json === "string") return json;
      return typeof json === "number" || typeof json === "boolean" ? String(json) : mistake(json, type, path);
    case "number":
      return Number.isNaN(Number(json)) || typeof json === "object"
        ? mistake(json, type, path)
        : Number(json);
    case "bool":
      if (json === true || json === "true") return true;
      return json === false || json === "false" ? false : mistake(json, type, path);
    case "dynamic":
      if (!isRecord(json) || !isValueType(json.type)) return mistake(json, type, path);
      return new DynamicValue(json.type, fromState(json.value, json.type, path));
  }
}

function items(json: unknown, type: ValueType, path: readonly string[]): readonly unknown[] {
  return isSequence(json) ? json : mistake(json, type, path);
}

function members(json: unknown, type: ValueType, path: readonly string[]): Readonly<Record<string, unknown>> {
  return isRecord(json) ? json : mistake(json, type, path);
}

function mistake(json: unknown, type: ValueType, path: readonly string[]): never {
  const kind = typeof type === "string" ? type : type[0];
  throw new Error(
    `${path.join(".") || "the value"} must be a ${kind}, got ${JSON.stringify(json).slice(0, 80)}`,
  );
}
