import { z } from "zod";
import { alternatives } from "../../problems/did-you-mean";

/** What a field must hold and what to do when it does not: the two parts of a problem that zod does not know. */
export interface FieldPhrase {
  readonly must: string;
  readonly advice: string;
}

/** The phrase of every schema made here. */
export const fieldPhrases = z.registry<FieldPhrase>();

/** A text, where needed of a certain pattern. */
export function text(pattern?: RegExp, must = "must be text", advice = "Write it in double quotes.") {
  const schema = pattern ? z.string().regex(pattern) : z.string();
  return schema.register(fieldPhrases, { must, advice });
}

/** A whole number in a range that AWS documents. */
export function whole(minimum: number, maximum: number) {
  return z
    .int()
    .min(minimum)
    .max(maximum)
    .register(fieldPhrases, {
      must: `must be a whole number from ${minimum} to ${maximum}`,
      advice: "Write a number in this range, without quotes.",
    });
}

export function flag() {
  return z.boolean().register(fieldPhrases, {
    must: "must be true or false",
    advice: "Write true or false, without quotes.",
  });
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).register(fieldPhrases, {
    must: `must be ${alternatives(values)}`,
    advice: "Write one of these in double quotes.",
  });
}

/** An array; `maximum` where AWS documents one. */
export function list<Item extends z.ZodType>(item: Item, maximum?: number, minimum = 0) {
  const schema = z.array(item).min(minimum);
  const bounds = maximum === undefined ? "" : ` of ${minimum} to ${maximum} entries`;
  return (maximum === undefined ? schema : schema.max(maximum)).register(fieldPhrases, {
    must: `must be an array${bounds || (minimum > 0 ? ` of at least ${minimum} entry` : "")}`,
    advice:
      maximum === undefined ? "Put the entries in [ and ]." : "Keep the entries in [ and ], in this number.",
  });
}

/** An object with exactly these fields. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape).register(fieldPhrases, {
    must: "must be an object",
    advice: `Write { … } with ${alternatives(Object.keys(shape).slice(0, 4))}.`,
  });
}

/** An object whose keys people choose. */
export function textByKey() {
  return z.record(z.string(), text()).register(fieldPhrases, {
    must: "must be an object of texts",
    advice: 'Write { "key": "value" }.',
  });
}
