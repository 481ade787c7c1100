import { PreconditionError } from "../precondition-error";
import { awsProblem } from "./aws-problem";

/** Mistakes of ours, which no advice helps against. A SyntaxError is none: a proxy has answered in place of AWS. */
const bugs = [TypeError, RangeError, ReferenceError];

/**
 * Asks AWS for something that must be known before anything is changed.
 *
 * @param source for whom, such as `dev/orders` @param where what is asked for, in words
 * @throws PreconditionError in place of AWS's errors
 */
export async function explained<Answer>(
  source: string,
  where: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PreconditionError || bugs.some((bug) => error instanceof bug)) throw error;
    throw new PreconditionError(source, [awsProblem(error, where)]);
  }
}
