import type { Problem } from "../problems/problem";
import { estateChecks } from "./estate-checks";
import { deepFreeze } from "./deep-freeze";
import type { Environment, Estate, Tooling } from "./environment";
import { showGiven } from "./parsing/given";
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
  throwProblems("environments/index.ts", findUndefined({ tooling, environments }));
  const estate: Estate = { tooling, environments: [...environments] };
  throwProblems(
    "environments/index.ts",
    estateChecks.flatMap((check) => check(estate)),
  );
  return deepFreeze(estate);
}

/** Types are not checked when `cdktf` runs: a literal, or an import that is not there yet, can arrive here. */
function findUndefined({ tooling, environments }: EstateInput): readonly Problem[] {
  if (!Array.isArray(environments)) {
    const advice = "Write environments: [dev, prod].";
    return [{ where: "environments", must: "must be a list", got: showGiven(environments), advice }];
  }
  const parts: readonly (readonly [string, unknown, string, string])[] = [
    ["tooling", tooling, "defineTooling", "tooling"],
    ...environments.map(
      (one: unknown, index) => [`environments[${index}]`, one, "defineEnvironment", "<name>"] as const,
    ),
  ];
  return parts.flatMap(([where, value, author, name]): Problem[] => {
    if (typeof value === "object" && value !== null && Object.isFrozen(value)) return [];
    const advice =
      `Check that environments/${name}.ts has "export const ${name} = ${author}({ … })" ` +
      `and that index.ts imports it by that name in braces: import { ${name} } from "./${name}".`;
    return [{ where, must: `must be made by ${author}`, got: showGiven(value), advice }];
  });
}
