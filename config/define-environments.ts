import { estateChecks } from "./estate-checks";
import { deepFreeze } from "./deep-freeze";
import type { Environment, Estate, Tooling } from "./environment";
import { throwProblems } from "./throw-problems";

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
  throwProblems(
    "environments/index.ts",
    estateChecks.flatMap((check) => check(estate)),
  );
  return deepFreeze(estate);
}
