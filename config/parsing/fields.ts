import { z } from "zod";
import { accepts, type Fault } from "./fault";

/** Separates the known field names in the message of an unknown-key issue. */
export const knownFieldsSeparator = ",";

/** An object that refuses unknown keys; the issue's message carries the known ones, for "did you mean". */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(knownFieldsSeparator);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? known
        : `Write an object with the fields ${known.replaceAll(",", ", ")}.`,
  });
}

/** Text that a rule accepts; `advice` is said when it is missing or no text. */
export function text(advice: string, findFault: (value: string) => Fault | undefined = emptyFault) {
  return z.string({ error: () => advice }).check(accepts(findFault));
}

/** Text of a pattern; `must` and `advice` say the pattern in words. */
export function matching(pattern: RegExp, must: string, advice: string) {
  return text(advice, (value) => (pattern.test(value) ? undefined : { must, advice }));
}

/** A whole number in a range, both ends included. */
export function wholeNumber(min: number, max: number, unit = "") {
  const range = `a whole number from ${min} to ${max}${unit === "" ? "" : ` (${unit})`}`;
  return z
    .number({ error: () => `Use ${range}.` })
    .check(
      accepts((value) =>
        Number.isInteger(value) && value >= min && value <= max
          ? undefined
          : { must: `must be ${range}`, advice: "Choose a value in that range." },
      ),
    );
}

/** True or false. */
export function claim() {
  return z.boolean({ error: () => "Write true or false without quotes." });
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly [Word, ...Word[]]) {
  return z.enum([...words]);
}

/** A list without repeated elements; `advice` says what its elements are. */
export function list<Element extends z.ZodType>(element: Element, advice: string) {
  return z.array(element, { error: () => advice }).check(
    accepts((values: readonly unknown[]) => {
      const repeated = findRepeated(values.map((value) => JSON.stringify(value)));
      if (repeated === undefined) return undefined;
      const must = `must name each element once; ${repeated.slice(0, 80)} is repeated`;
      return { must, advice: "Remove the repetition." };
    }),
  );
}

function findRepeated(keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return undefined;
}

function emptyFault(value: string): Fault | undefined {
  if (value.trim() !== "") return undefined;
  return { must: "must not be empty", advice: "Write the text, or leave the field out if it is optional." };
}
