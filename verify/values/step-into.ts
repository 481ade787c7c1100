import { type Step } from "../expressions/scope";
import { JsonText, Reference, Template, Unknown, type Value } from "./value";

/** What a traversal finds in a value: the item of a list, the field of a map, an attribute of a resource. */
export function stepInto(value: Value, steps: readonly Step[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (value instanceof Reference)
    return new Reference(value.resource, [value.attribute, ...steps].filter(isSet).join("."));
  if (value instanceof Unknown)
    return new Unknown(`${value.expression}.${steps.join(".")}`, value.references);
  if (value instanceof Template || value instanceof JsonText || value === null || typeof value !== "object") {
    return new Unknown(`${String(step)} of a value that has no parts`);
  }
  if (step === "*") {
    const items = Array.isArray(value) ? value : [value];
    return items.map((item: Value) => stepInto(item, rest));
  }
  const next = Array.isArray(value)
    ? value[Number(step)]
    : Object.hasOwn(value, step)
      ? Reflect.get(value, step)
      : undefined;
  return next === undefined ? new Unknown(`${String(step)} of a value without it`) : stepInto(next, rest);
}

function isSet(step: Step): boolean {
  return step !== "";
}
