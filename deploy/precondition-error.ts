import { formatProblems, type Problem } from "../problems/problem";

/** Something that must hold before anything is changed does not; nothing was changed. */
export class PreconditionError extends Error {
  override readonly name = "PreconditionError";

  constructor(
    /** For example `dev/orders`. */
    readonly source: string,
    readonly problems: readonly Problem[],
  ) {
    super(formatProblems(source, problems));
  }
}
