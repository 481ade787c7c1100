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

/** A whole number in a range, both ends included. */
export function wholeNumber(min: number, max: number, unit = "") {
  const range = `a whole number from ${min} to ${max}${unit === "" ? "" : ` (${unit})`}`;
  const advice = `Use ${range}.`;
  return z
    .number({ error: () => advice })
    .check(
      accepts((value) =>
        Number.isInteger(value) && value >= min && value <= max
          ? undefined
          : { must: `must be ${range}`, advice: `Choose a value in that range.` },
      ),
    );
}

/** True or false. */
export function claim() {
  return z.boolean({ error: () => "Write true or false without quotes." });
}

/** A list; `advice` says what its elements are. */
export function list<Element extends z.ZodType>(element: Element, advice: string) {
  return z.array(element, { error: () => advice }).readonly();
}

function emptyFault(value: string): Fault | undefined {
  if (value.trim() !== "") return undefined;
  return { must: "must not be empty", advice: "Write the text, or leave the field out if it is optional." };
}
