import { TerraformStack, type App } from "cdktf";

/**
 * Makes the stacks of an app ready to be read without writing files, and validates them. Preparing one stack adds
 * outputs to those it refers to: all are prepared before the first may be read.
 */
export function prepareStacks(app: App): TerraformStack[] {
  const stacks = app.node.children.filter((child) => child instanceof TerraformStack);
  for (const stack of stacks) stack.prepareStack();
  for (const stack of stacks) stack.runAllValidations();
  return stacks;
}
