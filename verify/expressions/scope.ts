import { type Value, type ValueMap } from "../values/value";

/** A step into a value: an attribute or key, an index, or `*` (each item, of `[*]` and `.*`). */
export type Step = string | number;

/** What the names of an expression stand for. */
export interface Scope {
  /**
   * The value at a traversal, such as `["local", "containers"]` or `["aws_subnet", "public", 0, "id"]`.
   *
   * Gets every step that is known, also the last ones; what it does not know it returns as `Unknown`.
   */
  lookup(steps: readonly [string, ...Step[]]): Value;

  /** Text of a file of the configuration, for `file()`; undefined when it is not told. */
  file?(path: string): string | undefined;

  /** What a template makes of variables, for `templatefile()`. */
  template?(text: string, variables: ValueMap): Value;
}
