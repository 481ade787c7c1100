import { TerraformElement, TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { type JsonObject } from "../hcl-writer/json-value";
import { renderReviewFile } from "../hcl-writer/render-review-file";
import { type StackElement } from "../hcl-writer/stack-element";

/**
 * Renders a stack as one HCL file for people to review; it means what the stack's JSON means.
 *
 * Call it when the app is complete: the first call prepares every stack of the app, as `app.synth()` does, because
 * what one stack takes from another exists only then. Give every stack a backend; cdktf's default one is local with
 * an absolute path, which differs from machine to machine.
 */
export function renderStackHcl(stack: TerraformStack): string {
  prepareOnce(stack.node.root);
  const configuration: JsonObject = stack.toTerraform();
  return renderReviewFile({ name: stack.node.id, configuration, elements: elementsIn(stack, stack) });
}

// Preparing costs as much as synthesizing, so it must not happen again for each stack.
const prepared = new WeakSet<IConstruct>();

function prepareOnce(root: IConstruct): void {
  if (prepared.has(root)) return;
  prepared.add(root);
  for (const construct of root.node.findAll()) {
    if (TerraformStack.isStack(construct)) construct.prepareStack();
  }
}

function elementsIn(scope: IConstruct, stack: TerraformStack): StackElement[] {
  const own = TerraformElement.isTerraformElement(scope) ? [toElement(scope, stack)] : [];
  const children = scope.node.children.filter((child) => !TerraformStack.isStack(child));
  return [...own, ...children.flatMap((child) => elementsIn(child, stack))];
}

function toElement(element: TerraformElement, stack: TerraformStack): StackElement {
  const path = element.node.path.slice(stack.node.path.length).replace(/^\//, "");
  return { path, fragment: element.toHclTerraform() };
}
