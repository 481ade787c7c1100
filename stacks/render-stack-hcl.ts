import { TerraformElement, TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { type JsonObject } from "../hcl-writer/json-value";
import { renderReviewFile } from "../hcl-writer/render-review-file";
import { type StackElement } from "../hcl-writer/stack-element";

/**
 * Renders a stack as one HCL file for people to review; it means what the stack's JSON means.
 *
 * Values that come from other stacks are only known once every stack of the app is prepared: call it after
 * `app.synth()`, or after `prepareStack()` on each stack. (A stack on its own needs nothing.)
 */
export function renderStackHcl(stack: TerraformStack): string {
  stack.prepareStack();
  const configuration: JsonObject = stack.toTerraform();
  return renderReviewFile({
    name: stack.node.id,
    configuration,
    elements: elementsIn(stack, stack),
  });
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
