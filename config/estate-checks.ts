import type { Problem } from "../problems/problem";
import type { Estate } from "./environment";

/** A rule between environments. */
export type EstateCheck = (estate: Estate) => readonly Problem[];

/** Rules between environments, in the order in which their problems are shown. */
export const estateChecks: readonly EstateCheck[] = [];
