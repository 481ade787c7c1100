import { text } from "../../values/reading";
import { others } from "./others";
import { type Rule } from "../rule";

/** How AWS says that a name is taken. */
export interface UniqueName {
  readonly id: string;
  readonly type: string;
  readonly attribute: string;
  readonly documentation: string;
  readonly code: string;
  message(name: string): string;
  advice(name: string): string;
}

/** A name that an account has once in a region. */
export function uniqueName(taken: UniqueName): Rule {
  return {
    id: taken.id,
    types: [taken.type],
    actions: ["create"],
    phase: "apply",
    documentation: taken.documentation,
    check(change) {
      const name = text(change.values, taken.attribute);
      if (name === undefined) return [];
      if (!others(change, taken.type).some(({ values }) => text(values, taken.attribute) === name)) return [];
      const { code, message, advice, attribute } = taken;
      return [{ code, message: message(name), advice: advice(name), path: [attribute] }];
    },
  };
}
