import { isMap } from "./fields-of";
import { isPlain } from "./plain-values";
import { Reference, Template, type Value } from "./value";

/**
 * Text of a value, as far as it is written in the files: a reference to an attribute that its resource sets, such as
 * `aws_s3_bucket.logs.bucket`, is followed. Undefined when a part of it is not told.
 */
export function textOf(value: Value | undefined): string | undefined {
  return read(value, []);
}

function read(value: Value | undefined, seen: readonly Reference[]): string | undefined {
  if (isPlain(value)) return String(value);
  if (value instanceof Template) {
    const parts = value.parts.map((part) => read(part, seen));
    return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
  }
  if (!(value instanceof Reference) || seen.some((earlier) => isSame(earlier, value))) return undefined;
  return read(configured(value), [...seen, value]);
}

/** What a resource sets an attribute to; undefined for what only AWS knows, such as an ARN. */
function configured({ resource, attribute }: Reference): Value | undefined {
  return attribute.split(".").reduce<Value | undefined>(step, resource.values);
}

function step(value: Value | undefined, name: string): Value | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  if (!isMap(value)) return undefined;
  // Terraform JSON writes one block as an object, and expressions name it `[0]`.
  if (name === "0" && !Object.hasOwn(value, name)) return value;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isSame(one: Reference, other: Reference): boolean {
  return one.resource === other.resource && one.attribute === other.attribute;
}
