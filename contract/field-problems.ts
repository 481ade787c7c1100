import { alternatives, didYouMean } from "../problems/did-you-mean";
import { fieldPath } from "../problems/field-path";
import { formatGiven, type Problem } from "../problems/problem";
import type { Field, FieldRule, Fields } from "./delivery-target-fields";

const writtenByTerraform =
  "Terraform writes this document: apply the services stack again, or correct the copy that you made.";

/** What is wrong with the fields of an object. Fields that are not known are left alone: newer writers may have more. */
export function fieldProblems(value: object, fields: Fields, where: string): readonly Problem[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    valueProblems(ownField(value, key), field, fieldPath(where, [key])),
  );
}

/** A field that the object itself has: `constructor` and the like are none. */
export function ownField(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueProblems(value: unknown, field: Field, where: string): readonly Problem[] {
  if (value === undefined) {
    if (field.isOptional) return [];
    return [{ where, must: "must be given", got: "nothing", advice: writtenByTerraform }];
  }
  switch (field.kind) {
    case "object":
      return isObject(value) ? fieldProblems(value, field.fields, where) : [notAnObject(value, where)];
    case "map":
      return isObject(value)
        ? entryProblems(value, field.keys, field.values, where)
        : [notAnObject(value, where)];
    default: {
      const fault = findFault(value, field);
      return fault ? [{ where, got: formatGiven(value), ...fault }] : [];
    }
  }
}

function entryProblems(
  value: object,
  keys: readonly string[],
  values: FieldRule,
  where: string,
): readonly Problem[] {
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]): readonly Problem[] => {
    const place = fieldPath(where, [key]);
    if (keys.includes(key)) return valueProblems(entry, values, place);
    return [
      { where: place, must: "must be a known name", got: formatGiven(key), advice: didYouMean(key, keys) },
    ];
  });
}

function findFault(
  value: unknown,
  rule: Exclude<FieldRule, { kind: "object" | "map" }>,
): Pick<Problem, "must" | "advice"> | undefined {
  switch (rule.kind) {
    case "text":
      if (typeof value === "string" && rule.pattern.test(value)) return undefined;
      return { must: `must be ${rule.noun}`, advice: `Use for example ${JSON.stringify(rule.example)}.` };
    case "words": {
      if (typeof value === "string" && rule.words.includes(value)) return undefined;
      const words = rule.words.map((word) => JSON.stringify(word));
      const advice = "If a newer Terraform project wrote it, install a newer ecs-env; otherwise correct it.";
      return { must: `must be ${alternatives(words)}`, advice };
    }
    case "number": {
      const { least, most } = rule;
      const isInRange = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
      return isInRange
        ? undefined
        : { must: `must be a whole number from ${least} to ${most}`, advice: writtenByTerraform };
    }
  }
}

function notAnObject(value: unknown, where: string): Problem {
  return { where, must: "must be an object", got: formatGiven(value), advice: writtenByTerraform };
}
