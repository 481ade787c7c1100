import type { ConfigError } from "../problems/config-error";

/** Problems in several environment files. */
export class EnvironmentsError extends Error {
  override readonly name = "EnvironmentsError";

  constructor(errors: readonly ConfigError[]) {
    super(errors.map((error) => error.message).join("\n"));
  }
}
