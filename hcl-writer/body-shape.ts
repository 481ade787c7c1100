import { isJsonObject } from "./json-value";

/** What JSON cannot say about a body: which properties are blocks, and which strings are references. */
export interface BodyShape {
  /** Properties written as nested blocks, with the shape of their body. */
  readonly blocks: ReadonlyMap<string, BodyShape>;
  /**
   * What to take for blocks where nobody says which properties are: overrides, lazy values and `dynamic` content
   * carry no types (`lists` of objects are blocks, objects are maps), a few deep schemas hold blocks only
   * (`objects`).
   */
  readonly untyped?: "lists" | "objects";
  /** Attributes whose strings are references, types or keywords, never quoted. */
  readonly references?: ReadonlySet<string>;
  /** Attributes that Terraform reads before it can evaluate anything: `${` in their strings means itself. */
  readonly literals?: ReadonlySet<string>;
  /** Meta-arguments and labelled blocks (provisioner, dynamic) that people write first or last. */
  readonly first?: readonly string[];
  readonly last?: readonly string[];
}

/** A body with attributes only. */
export const plainShape: BodyShape = { blocks: new Map() };

const listsAreBlocks: BodyShape = { blocks: new Map(), untyped: "lists" };
const objectsAreBlocks: BodyShape = { blocks: new Map(), untyped: "objects" };

/**
 * Reads which properties are blocks from the attributes cdktf prepares for its own HCL writer.
 *
 * Each attribute carries `{ value, isBlock, type, storageClassType }` (snake-cased for providers); blocks hold the
 * same again. Values may still be unresolved tokens: nothing is known about what is nested in those.
 */
export function readBodyShape(attributes: unknown): BodyShape {
  if (Array.isArray(attributes)) return mergeShapes(attributes.map(readBodyShape));
  if (!isPlainObject(attributes)) return listsAreBlocks;
  const blocks = new Map<string, BodyShape>();
  for (const [name, attribute] of Object.entries(attributes)) {
    if (Array.isArray(attribute)) {
      if (holdsObjects(attribute)) blocks.set(name, listsAreBlocks); // an override
    } else if (!isPlainObject(attribute)) {
      continue;
    } else if (attribute.isBlock === true || attribute.is_block === true) {
      blocks.set(name, readBodyShape(attribute.value));
    } else if (attribute.storageClassType === "any" && holdsObjects(attribute.value)) {
      blocks.set(name, objectsAreBlocks); // statements of aws_wafv2_*, definitions of aws_quicksight_*
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
      blocks.set(name, other === undefined ? nested : mergeShapes([other, nested]));
    }
  }
  const untyped =
    shapes.find((shape) => shape.untyped === "objects") ?? shapes.find((shape) => shape.untyped);
  return { blocks, untyped: untyped?.untyped };
}

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isPlainObject) : isPlainObject(value);
}

/** Tokens and other instances of classes are values, not bodies. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isJsonObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}
