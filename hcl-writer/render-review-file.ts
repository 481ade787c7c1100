import { type JsonObject } from "./json-value";
import { listBlocks } from "./list-blocks";
import { renderBlock } from "./render-body";
import { type ReviewBlock } from "./review-block";
import { type StackElement } from "./stack-element";

/** A stack as plain data. */
export interface StackConfiguration {
  readonly name: string;
  /** What `stack.toTerraform()` returns: the configuration that Terraform applies. */
  readonly configuration: JsonObject;
  /** Where each part of the configuration was declared, in the order of the construct tree. */
  readonly elements: readonly StackElement[];
}

/**
 * Renders a stack as one HCL file for people to read.
 *
 * It means what the JSON means and is formatted as `terraform fmt` formats; the same input gives the same bytes.
 */
export function renderReviewFile(stack: StackConfiguration): string {
  const header = `# Stack ${stack.name}, written for review: Terraform applies the JSON of the same stack.\n`;
  return [header, ...listBlocks(stack.configuration, stack.elements).map(renderReviewBlock)].join("\n");
}

function renderReviewBlock({ path, keyword, labels, body, shape }: ReviewBlock): string {
  const comment = path === undefined || path === "" ? "" : `# ${path.replace(/\s+/g, " ")}\n`;
  const header = [keyword, ...labels.map((label) => JSON.stringify(label))].join(" ");
  return comment + renderBlock(header, body, shape, 0);
}
