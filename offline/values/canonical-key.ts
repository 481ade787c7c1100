import { type ValueType } from "../schema/schema";
import { DynamicValue, unknown, type Value } from "./value";
import { isRecord, isSequence, isValueType } from "./value-shape";

/**
 * Text that is the same for equal values and different for others. With a type, the order inside sets makes no difference;
 * absent attributes are null ones.
 */
export function canonicalKey(value: Value | undefined, type?: ValueType): string {
  if (value === unknown) return "?";
  if (value === null || value === undefined) return "null";
  if (value instanceof DynamicValue) {
    const inner = isValueType(value.type) ? value.type : undefined;
    return `dynamic(${JSON.stringify(value.type)},${canonicalKey(value.value, inner)})`;
  }
  if (isSequence(value)) {
    const keys = value.map((item, index) => canonicalKey(item, itemType(type, index)));
    return `[${(isSet(type) ? keys.sort() : keys).join()}]`;
  }
  if (isRecord(value)) {
    const names = Object.keys(value).sort();
    const pairs = names.map((name) => [name, canonicalKey(value[name], memberType(type, name))] as const);
    const said = isMap(type) ? pairs : pairs.filter(([, key]) => key !== "null");
    return `{${said.map(([name, key]) => `${JSON.stringify(name)}:${key}`).join()}}`;
  }
  return JSON.stringify(value);
}

/** The items of a set in an order that does not depend on where they came from. */
export function inSetOrder(items: readonly Value[], item: ValueType): readonly Value[] {
  if (items.length < 2) return items;
  const keys = new Map(items.map((value) => [value, canonicalKey(value, item)]));
  const keyOf = (value: Value) => keys.get(value) ?? "";
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function isSet(type: ValueType | undefined): boolean {
  return type?.[0] === "set";
}

function isMap(type: ValueType | undefined): boolean {
  return type?.[0] === "map";
}

function itemType(type: ValueType | undefined, index: number): ValueType | undefined {
  if (type === undefined || typeof type === "string") return undefined;
  if (type[0] === "tuple") return type[1][index];
  return type[0] === "object" ? undefined : type[1];
}

function memberType(type: ValueType | undefined, name: string): ValueType | undefined {
  if (type === undefined || typeof type === "string") return undefined;
  if (type[0] === "object") return type[1][name];
  return type[0] === "map" ? type[1] : undefined;
}
