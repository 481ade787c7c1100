import { type Value } from "../values/value";
import { type Node } from "./node";
import { type Scope } from "./scope";

/** What names stand for: those that a `for` binds, and all others. */
export interface Surroundings {
  readonly scope: Scope;
  readonly names: ReadonlyMap<string, Value>;
}

/** Evaluates a part of an expression. */
export type Evaluate = (node: Node, around: Surroundings) => Value;
