import { ConfigError } from "../problems/config-error";
import { estateChecks } from "./estate-checks";
import { deepFreeze } from "./deep-freeze";
import type { Environment, Estate, Tooling } from "./environment";

export interface EstateInput {
  readonly tooling: Tooling;
  /** Environments in the order of promotion. */
  readonly environments: readonly Environment[];
}

/**
 * Puts the tooling account and the environments together, and checks what no environment can check alone.
 *
 * @throws ConfigError with everything that is wrong.
 */
export function defineEnvironments({ tooling, environments }: EstateInput): Estate {
  const estate: Estate = { tooling, environments: [...environments] };
  const problems = estateChecks.flatMap((check) => check(estate));
  if (problems.length > 0) throw new ConfigError("environments/index.ts", problems);
  return deepFreeze(estate);
}
