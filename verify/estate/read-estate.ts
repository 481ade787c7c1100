import { type EnvironmentDeclaration } from "../../contract/environment-declaration";
import { remoteStates, type Stack } from "../../terraform/stacks/stack";
import { writerOf } from "../../terraform/run/state-override";
import { EnvironmentFiles, type Estate } from "./estate";
import { readDeclaration } from "./read-declaration";
import { type ReadableStack, StackFiles } from "./stack-files";

/** What people say of environments beside the synthesized files, in `verify.json`. */
export interface EnvironmentSettings {
  readonly production?: boolean;
  readonly declaration?: EnvironmentDeclaration;
}

/**
 * Groups stacks by environment (`dev` of `dev-network`) and links each to those whose state it reads.
 *
 * An environment is a production one when its stacks or `verify.json` say so; where neither says anything, when its name is
 * `prod`, `production`, `prd` or `live`, or begins with one of them and a dash.
 */
export function readEstate(
  stacks: readonly ReadableStack[],
  settings: Readonly<Record<string, EnvironmentSettings>> = {},
): Estate {
  const files = new Map<Stack, StackFiles>();
  for (const stack of stacks) {
    const states = remoteStates(stack);
    files.set(
      stack,
      new StackFiles(stack, (dataSource) => {
        const location = states.get(dataSource);
        const writer = location && writerOf(location, stack, stacks);
        return writer && files.get(writer);
      }),
    );
  }
  const names = [...new Set([...files.values()].map(({ environment }) => environment))];
  return {
    environments: names.map((name) => {
      const members = [...files.values()].filter(({ environment }) => environment === name);
      return readEnvironment(name, members, settings[name]);
    }),
  };
}

function readEnvironment(
  name: string,
  stacks: readonly StackFiles[],
  given: EnvironmentSettings = {},
): EnvironmentFiles {
  const [own] = stacks.flatMap((stack) => readDeclaration(stack) ?? []);
  const declaration = given.declaration ?? own;
  const isProduction =
    given.production ?? declaration?.production ?? /^(prod|production|prd|live)(-|$)/.test(name);
  return new EnvironmentFiles(name, stacks, declaration, isProduction);
}
