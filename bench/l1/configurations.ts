import type { App } from "cdktf";
import { prepareStacks } from "../../stacks/prepare-stacks";
import type { StackConfiguration, Stacks } from "./stack-configuration";

/** What an app's stacks would be written as, without writing them. */
export function configurationsOf(app: App): Stacks {
  const text = JSON.stringify(prepareStacks(app).map((stack) => [stack.node.id, stack.toTerraform()]));
  return new Map(JSON.parse(text) as [string, StackConfiguration][]);
}
