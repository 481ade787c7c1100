import { type BlockSchema, type NestedBlockSchema } from "../schema/schema";
import { equalValues } from "../values/equal-values";
import { asItems } from "../values/reading";
import { unknown, type Value, type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { meansTheSame } from "./means-the-same";
import { pathsBelow } from "./computed-blocks";

/**
 * The values of a new object: what is computed and was left out becomes unknown until AWS has answered. Terraform has already put
 * the configuration into `proposed`, so that a computed null is one that nobody set.
 */
export function markNew(block: BlockSchema, proposed: Values): Values {
  return mapObject(block, proposed, {
    attribute: (value, isComputed) => (isComputed && value === null ? unknown : value),
    nested: (items, nested) => items.map((item) => markNew(nested.block, item)),
  });
}

/**
 * The values of an object that is there already: Terraform has kept the attributes that AWS had chosen, we keep such blocks; only
 * the parts of blocks that are new can be unknown.
 *
 * @param computedBlocks names and dotted paths of blocks that AWS may choose
 */
export function markChanged(
  block: BlockSchema,
  proposed: Values,
  prior: Values,
  computedBlocks: readonly string[] = [],
): Values {
  return mapObject(block, proposed, {
    attribute: (value, isComputed, name) => {
      const before = prior[name] ?? null;
      return (isComputed && value === null) || meansTheSame(name, before, value) ? before : value;
    },
    nested: (items, nested, name) => {
      const before = blockItems(prior[name], nested);
      if (items.length === 0) return computedBlocks.includes(name) ? before : items;
      const inner = pathsBelow(name, computedBlocks);
      return items.map((item, index) => {
        const counterpart =
          nested.nesting === "set"
            ? before.find((other) => fulfils(nested.block, other, item))
            : before[index];
        return counterpart
          ? markChanged(nested.block, item, counterpart, inner)
          : markNew(nested.block, item);
      });
    },
  });
}

/** Whether a part of a set is what the configuration asks for: Terraform does not always find it by what AWS added. */
function fulfils(block: BlockSchema, existing: Values, asked: Values): boolean {
  const kept = markChanged(block, asked, existing);
  return equalValues(existing, kept);
}

interface Marks {
  attribute(value: Value, isComputed: boolean, name: string): Value;
  nested(items: readonly Values[], nested: NestedBlockSchema, name: string): readonly Values[];
}

function mapObject({ attributes, blocks }: BlockSchema, values: Values, marks: Marks): Values {
  const marked: Record<string, Value> = { ...values };
  for (const [name, { computed }] of Object.entries(attributes)) {
    marked[name] = marks.attribute(values[name] ?? null, computed, name);
  }
  for (const [name, nested] of Object.entries(blocks)) {
    const value = values[name] ?? null;
    if (Array.isArray(value)) marked[name] = marks.nested(asItems(value), nested, name);
    else if (nested.nesting === "single" && isRecord(value))
      marked[name] = marks.nested([value], nested, name)[0] ?? null;
  }
  return marked;
}

function blockItems(value: Value | undefined, { nesting }: NestedBlockSchema): readonly Values[] {
  if (nesting === "single") return isRecord(value) ? [value] : [];
  return asItems(value);
}
