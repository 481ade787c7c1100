import { type BlockSchema, type ValueType } from "../schema/schema";
import { asItems } from "../values/reading";
import { unknown, type Value, type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { pathsBelow } from "./computed-blocks";

/**
 * What a new object looks like once AWS has answered: the plan, with everything unknown taken from the answer, or empty when AWS
 * has nothing to say.
 *
 * @param computedBlocks names and dotted paths of blocks that AWS may add
 */
export function fillUnknown(
  block: BlockSchema,
  planned: Values,
  answer: Values,
  computedBlocks: readonly string[] = [],
): Values {
  const filled: Record<string, Value> = { ...planned };
  for (const [name, { type }] of Object.entries(block.attributes)) {
    filled[name] = fillValue(planned[name] ?? null, type, answer[name]);
  }
  for (const [name, { nesting, block: inner }] of Object.entries(block.blocks)) {
    const value = planned[name] ?? null;
    const items = isRecord(value) ? [value] : asItems(value);
    const answers = asItems(answer[name]);
    const below = pathsBelow(name, computedBlocks);
    const done = items.map((item, at) => fillUnknown(inner, item, answers[at] ?? {}, below));
    if (nesting === "single") filled[name] = done[0] ?? value;
    else filled[name] = done.length > 0 || !computedBlocks.includes(name) ? done : answers;
  }
  return filled;
}

function fillValue(value: Value, type: ValueType, answer: Value | undefined): Value {
  if (value === unknown) return answer ?? emptyValue(type);
  if (Array.isArray(value)) return value.map((item: Value) => fillValue(item, elementType(type), undefined));
  if (!isRecord(value)) return value;
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
