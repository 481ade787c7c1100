import {
  type ScannedBinding,
  type ScannedMember,
  type ScannedProperty,
  type ScannedStruct,
} from "./scan-binding";
import { type AttributeSchema, type BlockSchema, type NestedBlockSchema, type ValueType } from "./schema";

/** The schema of the resource, data source or provider that a scanned file is about. */
export function deriveBlock(binding: ScannedBinding): BlockSchema {
  return new Derivation(binding).block(binding.main);
}

/** What is known of one attribute or block. */
interface Part extends Omit<ScannedMember, "isSet"> {
  readonly name: string;
  /** `set`, `list`, `map`, `struct`, `simple`. */
  readonly outer: string;
  readonly isBlock: boolean;
  readonly isMany: boolean;
}

class Derivation {
  constructor(private readonly binding: ScannedBinding) {}

  block(structName: string): BlockSchema {
    const attributes: Record<string, AttributeSchema> = {};
    const blocks: Record<string, NestedBlockSchema> = {};
    for (const part of this.parts(structName)) {
      const nested = part.isBlock && part.kind !== "any" ? this.nestedBlock(part) : undefined;
      if (nested === undefined) attributes[part.name] = this.attribute(part);
      else if (isFixed(nested)) blocks[part.name] = nested;
      else attributes[part.name] = ofAnyType(part);
    }
    return { attributes, blocks };
  }

  private attribute(part: Part): AttributeSchema {
    const { required, optional, computed } = part;
    return { type: this.partType(part), required, optional, computed };
  }

  private nestedBlock(part: Part): NestedBlockSchema {
    const block = this.block(this.element(part.kind));
    const { outer } = part;
    if (outer === "struct" || outer === "map") return { nesting: outer === "map" ? "map" : "single", block };
    return {
      nesting: outer === "set" ? "set" : "list",
      block,
      ...(part.required ? { minItems: 1 } : {}),
      ...(part.isMany ? {} : { maxItems: 1 }),
    };
  }

  private partType(part: Part): ValueType {
    const type = this.type(part.kind);
    return part.outer === "set" && isList(type) ? ["set", type[1]] : type;
  }

  /** `stringList` → list of string; the innermost name is a primitive or a struct. */
  private type(kind: string): ValueType {
    const primitive = primitives.get(kind);
    if (primitive !== undefined) return primitive;
    if (this.binding.structs.has(kind)) return ["object", this.objectType(kind)];
    if (kind.endsWith("List")) return ["list", this.type(kind.slice(0, -"List".length))];
    if (kind.endsWith("Map")) return ["map", this.type(kind.slice(0, -"Map".length))];
    throw new Error(`${this.binding.main}: the binding mentions ${kind} and does not say what it is.`);
  }

  private objectType(structName: string): Record<string, ValueType> {
    return Object.fromEntries(this.parts(structName).map((part) => [part.name, this.partType(part)]));
  }

  /** The struct inside lists and maps. */
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
    const isAlias = (name: string) =>
      name === "alias" && this.binding.isProvider && structName === this.binding.main;
    return [...names].filter((name) => !isAlias(name)).map((name) => partOf(struct, structName, name));
  }
}

function partOf(struct: ScannedStruct, structName: string, name: string): Part {
  const property = struct.properties.get(name);
  const encoding = struct.encodings.get(name);
  const { required, optional, computed, kind, isSet } = struct.members.get(name) ?? memberOf(property);
  if (computed && !required && !optional) {
    const outer = isSet ? "set" : "simple";
    return { name, required, optional, computed, kind, outer, isBlock: false, isMany: true };
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

/** What an interface alone says. */
function memberOf(property: ScannedProperty | undefined): ScannedMember {
  const required = property?.isRequired ?? false;
  return { required, optional: !required, computed: false, kind: "any", isSet: false };
}

const primitives: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ["string", "string"],
  ["number", "number"],
  ["boolean", "bool"],
  ["any", "dynamic"],
]);

/**
 * Whether the type of a block is known to its end. Terraform refuses a set of blocks whose type is not, and gives a list of
 * them no type either.
 */
function isFixed({ block }: NestedBlockSchema): boolean {
  return (
    !Object.values(block.attributes).some(({ type }) => isDynamic(type)) &&
    Object.values(block.blocks).every(isFixed)
  );
}

/** For the rules of a web ACL, whose statements the binding leaves open: what is written there is taken as it is. */
function ofAnyType({ required, optional, computed }: Part): AttributeSchema {
  return { type: "dynamic", required, optional, computed };
}

function isList(type: ValueType): type is readonly ["list", ValueType] {
  return typeof type !== "string" && type[0] === "list";
}

function isDynamic(type: ValueType): boolean {
  if (typeof type === "string") return type === "dynamic";
  if (type[0] === "object") return Object.values(type[1]).some(isDynamic);
  if (type[0] === "tuple") return type[1].some(isDynamic);
  return isDynamic(type[1]);
}
