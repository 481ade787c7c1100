import type { EnvironmentCheck } from "./checks/environment-check";

/** Rules between fields, in the order in which their problems are shown. */
export const environmentChecks: readonly EnvironmentCheck[] = [];
