import { type BlockSchema, type ValueType } from "../schema/schema";
import { unknown, type Value, type Values } from "../values/value";
import { asItems, isObject } from "./known-values";

/**
 * What a new object looks like once AWS has answered: the plan, with everything unknown taken from the answer, or empty when AWS
 * has nothing to say.
 */
export function fillUnknown(block: BlockSchema, planned: Values, answer: Values): Values {
  const filled: Record<string, Value> = { ...planned };
  for (const [name, { type }] of Object.entries(block.attributes)) {
    filled[name] = fillValue(planned[name] ?? null, type, answer[name]);
  }
  for (const [name, { nesting, block: inner }] of Object.entries(block.blocks)) {
    const value = planned[name] ?? null;
    const answers = asItems(answer[name]);
    if (nesting === "single") {
      if (isObject(value)) filled[name] = fillUnknown(inner, value, answers[0] ?? {});
    } else {
      const items = asItems(value);
      filled[name] =
        items.length > 0 ? items.map((item, at) => fillUnknown(inner, item, answers[at] ?? {})) : answers;
    }
  }
  return filled;
}

function fillValue(value: Value, type: ValueType, answer: Value | undefined): Value {
  if (value === unknown) return answer ?? emptyValue(type);
  if (Array.isArray(value)) return value.map((item: Value) => fillValue(item, elementType(type), undefined));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, fillValue(item, memberType(type, name), undefined)]),
  );
}

/** Terraform omits outputs that are null, and a stack that reads them fails: what AWS leaves out is empty rather than null. */
function emptyValue(type: ValueType): Value {
  if (type === "string") return "";
  if (type === "number") return 0;
  if (type === "bool") return false;
  if (type === "dynamic") return null;
  if (type[0] === "map") return {};
  if (type[0] === "object") return emptyObject(type[1]);
  return [];
}

function emptyObject(members: Readonly<Record<string, ValueType>>): Values {
  return Object.fromEntries(Object.entries(members).map(([name, type]) => [name, emptyValue(type)]));
}

function elementType(type: ValueType): ValueType {
  return typeof type !== "string" && (type[0] === "list" || type[0] === "set") ? type[1] : "dynamic";
}

function memberType(type: ValueType, name: string): ValueType {
  if (typeof type === "string") return "dynamic";
  if (type[0] === "map") return type[1];
  return type[0] === "object" ? (type[1][name] ?? "dynamic") : "dynamic";
}
