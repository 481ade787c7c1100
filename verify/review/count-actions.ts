import { type ResourceAction, type ResourceChange } from "../compare/comparison";

/** How many resources a change adds, changes, replaces, destroys, moves. */
export interface ActionCounts {
  readonly added: number;
  /** In place, or by a new revision beside the old one. */
  readonly changed: number;
  readonly replaced: number;
  readonly destroyed: number;
  readonly moved: number;
  /** Of those destroyed and added: how many look like a rename without a `moved` block. */
  readonly renamed: number;
}

type Count = keyof ActionCounts;

const countedAs: Readonly<Record<ResourceAction, readonly Count[]>> = {
  add: ["added"],
  change: ["changed"],
  revise: ["changed"],
  replace: ["replaced"],
  destroy: ["destroyed"],
  move: ["moved"],
  rename: ["added", "destroyed", "renamed"],
  import: ["moved"],
  forget: ["moved"],
  keep: [],
};

export function countActions(changes: readonly ResourceChange[]): ActionCounts {
  const all = changes.flatMap(({ action }) => countedAs[action]);
  const count = (name: Count) => all.filter((one) => one === name).length;
  return {
    added: count("added"),
    changed: count("changed"),
    replaced: count("replaced"),
    destroyed: count("destroyed"),
    moved: count("moved"),
    renamed: count("renamed"),
  };
}
