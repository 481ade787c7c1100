import type { Problem } from "../../../problems/problem";
import type { Environment, Estate } from "../../environment";

/** A rule between environments. Environments are complete: each was checked by itself before. */
export type EstateCheck = (estate: Estate) => readonly Problem[];

/** A rule about each environment and those before it, so that a clash is reported once, at the later one. */
export function forEachPair(
  find: (environment: Environment, earlier: Environment) => readonly Problem[],
): EstateCheck {
  return ({ environments }) =>
    environments.flatMap((environment, index) =>
      environments.slice(0, index).flatMap((earlier) => find(environment, earlier)),
    );
}
