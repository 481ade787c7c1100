import { DynamicValue, unknown, type Value, type Values } from "./value";
import { isRecord, isSequence } from "./value-shape";

/** Stands for a dynamic value; a name of this form in a map gets another `$` in front. */
const dynamicName = "$dynamic";
const looksDynamic = /^\$+dynamic$/;

/** Known values as plain JSON, as a person would write them. @throws Error for an unknown value: it exists in plans only. */
export function valuesToJson(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      looksDynamic.test(name) ? `$${name}` : name,
      toJson(value, name),
    ]),
  );
}

/** Reads what `valuesToJson` wrote. */
export function valuesFromJson(json: unknown): Values {
  if (!isRecord(json)) throw new Error(`values must be a JSON object, got ${JSON.stringify(json)}`);
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      looksDynamic.test(name) ? name.slice(1) : name,
      fromJson(value),
    ]),
  );
}

function toJson(value: Value, name: string): unknown {
  if (value === unknown) throw new Error(`${name} must be known to be stored`);
  if (value instanceof DynamicValue) {
    return { [dynamicName]: { type: value.type, value: toJson(value.value, name) } };
  }
  if (isSequence(value)) return value.map((item) => toJson(item, name));
  return isRecord(value) ? valuesToJson(value) : value;
}

function fromJson(json: Value): Value {
  if (isSequence(json)) return json.map(fromJson);
  if (!isRecord(json)) return json;
  const dynamic = json[dynamicName];
  return isRecord(dynamic) && Object.keys(json).length === 1
    ? new DynamicValue(dynamic.type, fromJson(dynamic.value ?? null))
    : valuesFromJson(json);
}
