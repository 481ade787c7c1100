import { awsProblem } from "../aws/aws-problem";
import { PreconditionError } from "../precondition-error";
import { awsTrouble } from "../rollout/aws-trouble";

/** An error on the way to an answer as what must hold and does not; a mistake of ours is thrown on. */
export function refusalOf(error: unknown, source: string, where = "AWS"): PreconditionError {
  if (error instanceof PreconditionError) return error;
  if (awsTrouble(error) === undefined) throw error;
  return new PreconditionError(source, [awsProblem(error, where)]);
}
