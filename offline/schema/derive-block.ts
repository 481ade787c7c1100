import {
  type ScannedBinding,
  type ScannedMember,
  type ScannedProperty,
  type ScannedStruct,
} from "./scan-binding";
import { type AttributeSchema, type BlockSchema, type NestedBlockSchema, type ValueType } from "./schema";

/**
 * How often a type may stand inside itself. The generator folds a type that repeats (such as `not` in a cost category) into
 * a reference to itself, and with it the depth at which the provider stops.
 */
const maximumRecursion = 2;

/** The schema of the resource, data source or provider that a scanned file is about. */
export function deriveBlock(binding: ScannedBinding): BlockSchema {
  return new Derivation(binding).block(binding.main, []);
}

class Derivation {
  constructor(private readonly binding: ScannedBinding) {}

  block(structName: string, ancestors: readonly string[]): BlockSchema {
    const path = [...ancestors, structName];
    const attributes: Record<string, AttributeSchema> = {};
    const blocks: Record<string, NestedBlockSchema> = {};
    for (const part of this.parts(structName)) {
      if (this.isTooDeep(part.kind, path)) continue;
      if (part.isBlock && part.kind !== "any") blocks[part.name] = this.nestedBlock(part, path);
      else attributes[part.name] = this.attribute(part, path);
    }
    return { attributes, blocks };
  }

  private attribute(part: Part, path: readonly string[]): AttributeSchema {
    const { required, optional, computed } = part;
    return { type: this.partType(part, path), required, optional, computed };
  }

  private nestedBlock(part: Part, path: readonly string[]): NestedBlockSchema {
    const block = this.block(this.element(part.kind), path);
    if (part.outer === "struct") return { nesting: "single", block };
    if (part.outer === "map") return { nesting: "map", block };
    return {
      // Terraform refuses a set of blocks whose type is not fixed (the rules of a web ACL, with their `any` statements).
      nesting: part.outer === "set" && !hasDynamicPart(block) ? "set" : "list",
      block,
      ...(part.required ? { minItems: 1 } : {}),
      ...(part.isMany ? {} : { maxItems: 1 }),
    };
  }

  private partType(part: Part, path: readonly string[]): ValueType {
    const type = this.type(part.kind, path);
    return part.outer === "set" && isList(type) ? ["set", type[1]] : type;
  }

  /** `stringList` → list of string; the innermost name is a primitive or a struct. */
  private type(kind: string, path: readonly string[]): ValueType {
    const primitive = primitives.get(kind);
    if (primitive !== undefined) return primitive;
    if (this.binding.structs.has(kind)) return ["object", this.objectType(kind, path)];
    if (kind.endsWith("List")) return ["list", this.type(kind.slice(0, -"List".length), path)];
    if (kind.endsWith("Map")) return ["map", this.type(kind.slice(0, -"Map".length), path)];
    throw new Error(`${this.binding.main}: the binding mentions ${kind} and does not say what it is.`);
  }

  private objectType(structName: string, ancestors: readonly string[]): Record<string, ValueType> {
    const path = [...ancestors, structName];
    const parts = this.parts(structName).filter((part) => !this.isTooDeep(part.kind, path));
    return Object.fromEntries(parts.map((part) => [part.name, this.partType(part, path)]));
  }

  private isTooDeep(kind: string, path: readonly string[]): boolean {
    if (primitives.has(kind)) return false;
    const element = this.element(kind);
    return path.filter((ancestor) => ancestor === element).length > maximumRecursion;
  }

  /** The struct or primitive inside lists and maps. */
  private element(kind: string): string {
    if (this.binding.structs.has(kind)) return kind;
    const [, inner] = /^(.+)(?:List|Map)$/.exec(kind) ?? [];
    return inner === undefined ? kind : this.element(inner);
  }

  private parts(structName: string): readonly Part[] {
    const struct = this.binding.structs.get(structName);
    if (struct === undefined)
      throw new Error(`${this.binding.main}: the binding does not say what is in ${structName}.`);
    // The provider's blocks are never read, so that they have an interface and no class.
    const names = struct.members.size > 0 ? struct.members.keys() : struct.properties.keys();
    // cdktf adds `alias` to the provider's arguments; to Terraform it is not one of them.
    return [...names]
      .filter((name) => !(name === "alias" && this.binding.isProvider && structName === this.binding.main))
      .map((name) => this.part(struct, structName, name));
  }

  private part(struct: ScannedStruct, structName: string, name: string): Part {
    const property = struct.properties.get(name);
    const encoding = struct.encodings.get(name);
    const member = struct.members.get(name) ?? (property === undefined ? undefined : memberOf(property));
    if (member === undefined)
      throw new Error(`${structName}.${name}: the binding does not say whether it is optional.`);
    const { required, optional, computed } = member;
    if (!required && !optional) {
      const outer = member.isSet ? "set" : "other";
      return { name, required, optional, computed, kind: member.kind, outer, isBlock: false, isMany: true };
    }
    if (property === undefined || encoding === undefined) {
      throw new Error(`${structName}.${name}: the binding does not say how it is written.`);
    }
    const { isBlock, isMany } = property;
    return {
      name,
      required,
      optional,
      computed,
      kind: encoding.storage,
      outer: encoding.type,
      isBlock,
      isMany,
    };
  }
}

/** What is known of one attribute or block. */
interface Part {
  readonly name: string;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly kind: string;
  /** `set`, `list`, `map`, `struct`, `simple`. */
  readonly outer: string;
  readonly isBlock: boolean;
  readonly isMany: boolean;
}

const primitives: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ["string", "string"],
  ["number", "number"],
  ["boolean", "bool"],
  ["any", "dynamic"],
]);

function memberOf(property: ScannedProperty): ScannedMember {
  return {
    required: property.isRequired,
    optional: !property.isRequired,
    computed: false,
    kind: "any",
    isSet: false,
  };
}

function isList(type: ValueType): type is readonly ["list", ValueType] {
  return typeof type !== "string" && type[0] === "list";
}

function hasDynamicPart(block: BlockSchema): boolean {
  return (
    Object.values(block.attributes).some((attribute) => isDynamic(attribute.type)) ||
    Object.values(block.blocks).some((nested) => hasDynamicPart(nested.block))
  );
}

function isDynamic(type: ValueType): boolean {
  if (typeof type === "string") return type === "dynamic";
  if (type[0] === "object") return Object.values(type[1]).some(isDynamic);
  if (type[0] === "tuple") return type[1].some(isDynamic);
  return isDynamic(type[1]);
}
