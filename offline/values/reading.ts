import { isWhollyKnown } from "./is-wholly-known";
import { type Value, type Values } from "./value";
import { isRecord, isSequence } from "./value-shape";

/** Text that is known; undefined for null, unknown and everything else. */
export function asText(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The known texts of a list or set. */
export function asTexts(value: Value | undefined): readonly string[] {
  return isSequence(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The known objects of a list, set or repeated block. */
export function asItems(value: Value | undefined): readonly Values[] {
  return isSequence(value) ? value.filter(isRecord) : [];
}

/** Text of an attribute that says something: undefined for null, unknown and the empty text that stands for "nothing". */
export function text(values: Values, name: string): string | undefined {
  return asText(values[name]) || undefined;
}

/** The same, with the empty text for "nothing": what Terraform asked for. */
export function asked(values: Values, name: string): string {
  return asText(values[name]) ?? "";
}

/** A number that is known. */
export function number(values: Values, name: string): number | undefined {
  const value = values[name];
  return typeof value === "number" ? value : undefined;
}

/** Whether a flag is known to be set. */
export function isSet(values: Values, name: string): boolean {
  return values[name] === true;
}

/** The known texts of a list or set that say something. */
export function texts(values: Values, name: string): readonly string[] {
  return asTexts(values[name]).filter((item) => item !== "");
}

/** The known objects of a block, however it nests. */
export function items(values: Values, name: string): readonly Values[] {
  const value = values[name];
  return isRecord(value) ? [value] : asItems(value);
}

/** The only object of a block that may stand once; undefined when it is left out or unknown. */
export function item(values: Values, name: string): Values | undefined {
  return items(values, name)[0];
}

/** Whether nothing stands there, and nothing will: unknown is not absent. */
export function isAbsent(values: Values, name: string): boolean {
  const value = values[name];
  return value === undefined || value === null || value === "" || (isSequence(value) && value.length === 0);
}

/** Whether something stands there whose value is known only after apply, itself or in parts. */
export function isUnknown(value: Value | undefined): boolean {
  return !isWhollyKnown(value);
}

/** The known texts at a path through blocks, whether it ends in a text or in a list: `vpc_config.subnet_ids`. */
export function textsAt(values: Values, path: string): readonly string[] {
  const [name = "", ...rest] = path.split(".");
  if (rest.length > 0) return items(values, name).flatMap((inner) => textsAt(inner, rest.join(".")));
  const one = text(values, name);
  return one === undefined ? texts(values, name) : [one];
}
