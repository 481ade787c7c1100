import { type BlockSchema, type NestedBlockSchema, type ValueType } from "../schema/schema";

const known = new WeakMap<BlockSchema, ObjectType>();

export type ObjectType = readonly ["object", Readonly<Record<string, ValueType>>];

/** The type of what a block holds: attributes and nested blocks side by side, as Terraform sends it. */
export function objectTypeOf(block: BlockSchema): ObjectType {
  const found = known.get(block);
  if (found) return found;
  const attributes = Object.entries(block.attributes).map(([name, { type }]) => [name, type] as const);
  const blocks = Object.entries(block.blocks).map(([name, nested]) => [name, nestedType(nested)] as const);
  const type: ObjectType = ["object", Object.fromEntries([...attributes, ...blocks])];
  known.set(block, type);
  return type;
}

function nestedType({ nesting, block }: NestedBlockSchema): ValueType {
  const item = objectTypeOf(block);
  return nesting === "single" ? item : [nesting, item];
}
