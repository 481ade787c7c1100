import { type Step } from "../expressions/scope";
import { isPlain } from "./plain-values";
import { JsonText, Reference, Template, Unknown, type Value } from "./value";

/** A part that is certainly not there. */
export class Absent extends Unknown {}

/** What a traversal finds in a value: the item of a list, the field of a map, an attribute of a resource. */
export function stepInto(value: Value, steps: readonly Step[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (value instanceof Reference)
    return new Reference(value.resource, [value.attribute, ...steps].filter((part) => part !== "").join("."));
  if (value instanceof Unknown)
    return new Unknown(`${value.expression}.${steps.join(".")}`, value.references);
  if (step === "*") return itemsOfSplat(value).map((item) => stepInto(item, rest));
  if (value instanceof Template || value instanceof JsonText || value === null || isPlain(value))
    return new Absent(`${String(step)} of a value that has no parts`);
  const next: Value | undefined = Array.isArray(value)
    ? value[Number(step)]
    : Object.hasOwn(value, step)
      ? Reflect.get(value, step)
      : undefined;
  return next === undefined ? new Absent(`${String(step)} of a value without it`) : stepInto(next, rest);
}

/** A splat of null is empty, of a single value a list of one. */
function itemsOfSplat(value: Value): readonly Value[] {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
