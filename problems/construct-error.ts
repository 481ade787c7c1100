import { formatProblems, type Problem } from "./problem";

/** Construct props that cannot work; the source is the construct's path. */
export class ConstructError extends Error {
  override readonly name = "ConstructError";

  constructor(
    readonly constructPath: string,
    readonly problems: readonly Problem[],
  ) {
    super(formatProblems(constructPath, problems));
  }
}

/** Throws one ConstructError with all the problems, or returns when there are none. */
export function throwConstructProblems(constructPath: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ConstructError(constructPath, problems);
}
