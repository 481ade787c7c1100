import type { Problem } from "../../problems/problem";
import type { EnvironmentCheck } from "./environment-check";

/** A rule for environments that people depend on. */
export function inProduction(check: EnvironmentCheck): EnvironmentCheck {
  return (environment) => (environment.production === true ? check(environment) : []);
}

/** The problem of a protection that is off. */
export function mustBeOn(where: string, value: boolean | undefined): readonly Problem[] {
  if (value !== false) return [];
  return [
    { where, must: "must be true in production", got: "false", advice: "Remove it: true is the default." },
  ];
}

/** The problem of a number below its least. */
export function mustReach(
  where: string,
  value: number | undefined,
  least: number,
  unit: string,
): readonly Problem[] {
  if (value === undefined || value >= least) return [];
  const must = `must be at least ${least}${unit === "" ? "" : ` ${unit}`} in production`;
  return [{ where, must, got: String(value), advice: `Use ${least} or more.` }];
}
