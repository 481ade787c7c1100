import { TerraformElement, TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { type JsonObject } from "../hcl-writer/json-value";
import { renderReviewFile } from "../hcl-writer/render-review-file";
import { type StackElement } from "../hcl-writer/stack-element";

/**
 * Renders a stack as one HCL file for people to review; it means what the stack's JSON means.
 *
 * The app must be prepared, by `prepareStacks(app)` or `app.synth()`: only then is there what one stack takes from
 * another. (It is not done here, because it costs as much as synthesizing.) Give every stack a backend; cdktf's
 * default one is local with an absolute path, which differs from machine to machine.
 */
export function renderStackHcl(stack: TerraformStack): string {
  const configuration: JsonObject = stack.toTerraform();
  return renderReviewFile({ name: stack.node.id, configuration, elements: elementsIn(stack, stack) });
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
