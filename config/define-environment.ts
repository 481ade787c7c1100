import { resolve } from "node:path";
import type { Problem } from "../problems/problem";
import { completeEnvironment } from "./complete-environment";
import type { EnvironmentFiles } from "./containers/read-containers";
import { deepFreeze } from "./deep-freeze";
import type { Environment } from "./environment";
import { environmentChecks } from "./environment-checks";
import type { EnvironmentInput } from "./environment-input";
import { readEnvironment } from "./reading/read-environment";
import { throwProblems } from "./throw-problems";

export type { EnvironmentFiles } from "./containers/read-containers";
export type { EnvironmentInput } from "./environment-input";

/**
 * Describes one AWS account: checks what an environment file says, fills in the defaults and reads the container files
 * of its services.
 *
 * @param files - where container files are; by default `environments/` of the folder that the process runs in, which is
 * the project's root for `cdktf`, `npm` and `jest`.
 * @throws ConfigError with everything that is wrong.
 *
 * @example
 * export const dev = defineEnvironment({
 *   name: "dev",
 *   account: "111111111111",
 *   region: "eu-west-1",
 *   production: false,
 *   registry: { account: "999999999999" },
 *   network: { cidr: "10.10.0.0/16" },
 *   services: { shop: { kind: "frontend", routes: [{ path: "/*" }] } },
 * });
 */
export function defineEnvironment(
  input: EnvironmentInput,
  files: EnvironmentFiles = { directory: resolve("environments") },
): Environment {
  const problems: Problem[] = [];
  const draft = readEnvironment(input, files, (problem) => problems.push(problem));
  const between = environmentChecks.flatMap((check) => check(draft));
  throwProblems(sourceOf(draft.name), [...problems, ...between]);
  return deepFreeze(completeEnvironment(draft));
}

function sourceOf(name: string | undefined): string {
  return name === undefined ? "environment without a valid name" : `environments/${name}.ts`;
}
