import { formatProblems, type Problem } from "./problem";

/** Bad input that its author can mend: all problems of one source, each in four parts. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(
    readonly source: string,
    readonly problems: readonly Problem[],
  ) {
    super(formatProblems(source, problems));
  }
}
