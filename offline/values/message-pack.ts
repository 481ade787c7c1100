import { decode, encode, ExtData, ExtensionCodec } from "@msgpack/msgpack";
import { type ValueType } from "../schema/schema";
import { inSetOrder } from "./canonical-key";
import { mapValues } from "./map-values";
import { DynamicValue, unknown, type Value, type Values } from "./value";
import { inferType, isRecord, isSequence, isValueType } from "./value-shape";

/**
 * Terraform's MessagePack: an unknown value is an extension, a dynamic one an array of its type (JSON, as bytes) and value, a
 * number that is not a small integer may be decimal text.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/terraform-plugin-protocol
 */
const codec = new ExtensionCodec();
/** Code 12 is an unknown value of which something is known, such as "not null"; what is known does not matter to us. */
for (const type of [0, 12]) codec.register({ type, encode: () => null, decode: () => unknown });
const encodedUnknown = new ExtData(0, Uint8Array.of(0));

export function decodeValue(bytes: Uint8Array, type: ValueType): Value {
  const isOdd = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(refusedKey);
  return read(decode(bytes, { extensionCodec: codec, ...(isOdd ? { keyDecoder } : {}) }), type, []);
}

/** A key that the library refuses in any map, though a tag may be called so: it is read under another name. */
const refusedKey = "__proto__";
const standIn = "\u0000proto";
const keyDecoder = {
  canBeCached: (length: number) => length === refusedKey.length,
  decode(bytes: Uint8Array, offset: number, length: number): string {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset + offset, length).toString("utf8");
    return key === refusedKey ? standIn : key;
  },
};

/** @throws Error where the value is not of the type, or has an attribute that the type has not */
export function encodeValue(value: Value, type: ValueType): Uint8Array {
  return encode(write(value, type, []), { extensionCodec: codec });
}

function read(raw: unknown, type: ValueType, path: Path): Value {
  if (raw === null || raw === undefined) return null;
  if (raw === unknown) return unknown;
  if (typeof type === "string") return readPrimitive(raw, type, path);
  switch (type[0]) {
    case "list":
      return items(raw, type, path).map((item, index) => read(item, type[1], [...path, index]));
    case "set": {
      const given = items(raw, type, path).map((item, index) => read(item, type[1], [...path, index]));
      return inSetOrder(given, type[1]);
    }
    case "tuple": {
      const given = items(raw, type, path);
      return type[1].map((item, index) => read(given[index], item, [...path, index]));
    }
    case "map": {
      const given = mapValues(members(raw, type, path), (item, name) => read(item, type[1], [...path, name]));
      return Object.hasOwn(given, standIn) ? withRefusedKey(given) : given;
    }
    case "object": {
      const given = members(raw, type, path);
      return mapValues(type[1], (item, name) => read(given[name], item, [...path, name]));
    }
  }
}

function withRefusedKey({ [standIn]: value = null, ...rest }: Values): Values {
  return Object.fromEntries([...Object.entries(rest), [refusedKey, value]]);
}

function readPrimitive(raw: unknown, type: Primitive, path: Path): Value {
  if (type === "dynamic") return readDynamic(raw, path);
  if (type === "number" && typeof raw === "string") return Number(raw);
  if (type === "number" && typeof raw === "number") return raw;
  if (type === "string" && typeof raw === "string") return raw;
  return type === "bool" && typeof raw === "boolean" ? raw : mistake(raw, type, path);
}

function readDynamic(raw: unknown, path: Path): Value {
  if (!Array.isArray(raw)) return mistake(raw, "dynamic", path);
  const [bytes, value]: unknown[] = raw;
  const type: unknown =
    bytes instanceof Uint8Array ? JSON.parse(Buffer.from(bytes).toString("utf8")) : undefined;
  if (!isValueType(type)) return mistake(type, "dynamic", path);
  return new DynamicValue(type, read(value, type, path));
}

function write(value: Value | undefined, type: ValueType, path: Path): unknown {
  if (value === null || value === undefined) return null;
  if (value === unknown) return encodedUnknown;
  if (typeof type === "string") return writePrimitive(value, type, path);
  switch (type[0]) {
    case "list":
      return items(value, type, path).map((item, index) => write(item, type[1], [...path, index]));
    case "set":
      return inSetOrder(items(value, type, path), type[1]).map((item, index) =>
        write(item, type[1], [...path, index]),
      );
    case "tuple": {
      const given = items(value, type, path);
      return type[1].map((item, index) => write(given[index], item, [...path, index]));
    }
    case "map":
      return mapValues(members(value, type, path), (item, name) => write(item, type[1], [...path, name]));
    case "object": {
      const given = members(value, type, path);
      const stranger = Object.keys(given).find((name) => !Object.hasOwn(type[1], name));
      if (stranger) throw new Error(`${[...path, stranger].join(".")} is not in the schema`);
      return mapValues(type[1], (item, name) => write(given[name], item, [...path, name]));
    }
  }
}

function writePrimitive(value: Value, type: Primitive, path: Path): unknown {
  if (type === "dynamic") {
    const dynamic = value instanceof DynamicValue ? value : new DynamicValue(inferType(value), value);
    if (!isValueType(dynamic.type)) return mistake(dynamic.type, type, path);
    return [Buffer.from(JSON.stringify(dynamic.type)), write(dynamic.value, dynamic.type, path)];
  }
  // As decimal text, 0.1 is what the configuration says; as a binary fraction it would be 0.1000000000000000055.
  if (type === "number" && typeof value === "number")
    return Number.isSafeInteger(value) ? value : String(value);
  if (type === "string" && typeof value === "string") return value;
  return type === "bool" && typeof value === "boolean" ? value : mistake(value, type, path);
}

type Path = readonly (string | number)[];
type Primitive = "string" | "number" | "bool" | "dynamic";

function items(value: unknown, type: ValueType, path: Path): readonly Value[] {
  return isSequence(value) ? value : mistake(value, type, path);
}

function members(value: unknown, type: ValueType, path: Path): Values {
  return isRecord(value) ? value : mistake(value, type, path);
}

function mistake(value: unknown, type: ValueType, path: Path): never {
  const kind = typeof type === "string" ? type : type[0];
  const got = JSON.stringify(value)?.slice(0, 80) ?? typeof value;
  throw new Error(`${path.join(".") || "the value"} must be a ${kind}, got ${got}`);
}
