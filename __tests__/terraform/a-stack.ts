import { type Stack, type StackConfiguration } from "../../terraform/stacks/stack";

/** A stack of an app in `/project`, with a local state beside `cdktf.json` as ours have it. */
export function aStack(
  name: string,
  dependencies: readonly string[] = [],
  configuration: StackConfiguration = {},
): Stack {
  const local = { terraform: { backend: { local: { path: `../../../terraform.${name}.tfstate` } } } };
  return {
    name,
    folder: `/project/cdktf.out/stacks/${name}`,
    dependencies,
    configuration: { ...local, ...configuration },
  };
}
