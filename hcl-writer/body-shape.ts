import { isJsonObject } from "./json-value";

/** What JSON cannot say about a body: which properties are blocks, and which strings are references. */
export interface BodyShape {
  /** Properties written as nested blocks, with the shape of their body. */
  readonly blocks: ReadonlyMap<string, BodyShape>;
  /** Every object in it, at any depth, is a block: the bindings leave some deep schemas untyped. */
  readonly isAllBlocks?: boolean;
  /** Attributes whose strings are references, types or keywords, never quoted. */
  readonly references?: ReadonlySet<string>;
  /** Meta-arguments and labelled blocks (provisioner, dynamic) that people write first or last. */
  readonly first?: readonly string[];
  readonly last?: readonly string[];
}

/** A body with attributes only. */
export const plainShape: BodyShape = { blocks: new Map() };

const allBlocks: BodyShape = { blocks: new Map(), isAllBlocks: true };

/**
 * Reads which properties are blocks from the attributes cdktf prepares for its own HCL writer.
 *
 * Each attribute carries `{ value, isBlock, type, storageClassType }` (snake-cased for providers); blocks hold the
 * same again. Values may still be unresolved tokens: nothing is known about what is nested in those.
 */
export function readBodyShape(attributes: unknown): BodyShape {
  if (Array.isArray(attributes)) return mergeShapes(attributes.map(readBodyShape));
  if (!isPlainObject(attributes)) return plainShape;
  const blocks = new Map<string, BodyShape>();
  for (const [name, attribute] of Object.entries(attributes)) {
    if (!isPlainObject(attribute)) continue;
    if (attribute.isBlock === true || attribute.is_block === true) {
      blocks.set(name, readBodyShape(attribute.value));
    } else if (attribute.storageClassType === "any" && holdsObjects(attribute.value)) {
      blocks.set(name, allBlocks);
    }
  }
  return { blocks };
}

/** The same shape with more blocks and references; what the shape already knows about a block wins. */
export function extendShape(shape: BodyShape, known: BodyShape): BodyShape {
  return { ...known, ...shape, blocks: new Map([...known.blocks, ...shape.blocks]) };
}

function mergeShapes(shapes: readonly BodyShape[]): BodyShape {
  const blocks = new Map<string, BodyShape>();
  for (const shape of shapes) {
    for (const [name, nested] of shape.blocks) {
      const other = blocks.get(name);
      blocks.set(name, other === undefined ? nested : mergeTwo(other, nested));
    }
  }
  return { blocks };
}

function mergeTwo(left: BodyShape, right: BodyShape): BodyShape {
  return left.isAllBlocks || right.isAllBlocks ? allBlocks : mergeShapes([left, right]);
}

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isPlainObject) : isPlainObject(value);
}

/** Tokens and other instances of classes are values, not bodies. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isJsonObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}
