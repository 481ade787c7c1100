import { referencesIn } from "../values/plain-values";
import { Unknown, type Value } from "../values/value";
import { NotTold } from "./evaluation-error";

/** What is made of some values; {@link Unknown} when that depends on what the files do not tell. */
export function orUnknown(text: string, values: readonly Value[], make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotTold) return new Unknown(text, referencesIn(values));
    throw error;
  }
}
