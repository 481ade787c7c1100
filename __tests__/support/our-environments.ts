import { estate } from "../../environments";
import { addEnvironment } from "../../stacks/build-app";
import { synthesizeApp } from "../../testing/synthesize";
import type { Environment } from "../../config/environment";
import { EnvironmentStacks } from "./environment-stacks";

/** Our own environments, each synthesized once per test file, as rows for `describe.each`. */
export function ourEnvironments(): readonly (readonly [
  name: string,
  environment: Environment,
  stacks: EnvironmentStacks,
])[] {
  return estate.environments.map((environment) => [
    environment.name,
    environment,
    new EnvironmentStacks(
      environment.name,
      synthesizeApp((app) => addEnvironment(app, environment)),
    ),
  ]);
}
