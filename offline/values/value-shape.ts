import { type ValueType } from "../schema/schema";
import { DynamicValue, type Value, type Values } from "./value";

/** A list, set or tuple. */
export function isSequence(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** An object or a map; neither a list nor a dynamic value. */
export function isRecord(value: unknown): value is Values {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof DynamicValue)
  );
}

/** Whether this is a type in Terraform's JSON: it comes along with a dynamic value. */
export function isValueType(type: unknown): type is ValueType {
  if (typeof type === "string") return ["string", "number", "bool", "dynamic"].includes(type);
  if (!Array.isArray(type) || type.length !== 2) return false;
  const [kind, inner]: unknown[] = type;
  if (kind === "tuple") return Array.isArray(inner) && inner.every(isValueType);
  if (kind === "object") return isRecord(inner) && Object.values(inner).every(isValueType);
  return (kind === "list" || kind === "set" || kind === "map") && isValueType(inner);
}

/** The type that Terraform gives to a value written without one: lists become tuples, maps objects. */
export function inferType(value: Value): ValueType {
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "bool";
  if (isSequence(value)) return ["tuple", value.map(inferType)];
  if (!isRecord(value)) return "dynamic";
  return [
    "object",
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inferType(inner)])),
  ];
}
