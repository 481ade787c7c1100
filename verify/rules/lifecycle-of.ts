import { asObject } from "../../terraform/stacks/stack";
import { type Resource } from "../estate/resource";

/** What Terraform itself is told of a resource; it takes no expressions here. */
export interface Lifecycle {
  readonly createBeforeDestroy: boolean;
  readonly preventDestroy: boolean;
  /** Attributes that Terraform leaves to others; `all` stands for every one. */
  readonly ignores: readonly string[];
}

/** @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle */
export function lifecycleOf({ written }: Resource): Lifecycle {
  const [lifecycle = {}] = [written["lifecycle"]].flat().map(asObject);
  const ignored = [lifecycle["ignore_changes"] ?? []].flat().map(String);
  return {
    createBeforeDestroy: String(lifecycle["create_before_destroy"]) === "true",
    preventDestroy: String(lifecycle["prevent_destroy"]) === "true",
    // In JSON also written as an expression: "${task_definition}".
    ignores: ignored.map((name) => name.replace(/^\$\{(.*)\}$/, "$1")),
  };
}
