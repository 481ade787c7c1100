import type { z } from "zod";
import type { Problem } from "../../problems/problem";
import { fieldPath } from "./field-path";
import { issueProblems } from "./issue-problems";

/** What could be understood of one part of an input. */
export interface Reading<T> {
  /** The part, with defaults in place of the fields named by `damaged`; undefined when nothing could be saved. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** Paths whose values were refused: nothing may be concluded from what stands there now. */
  readonly damaged: readonly string[];
}

/**
 * Parses one part of an input. A refused field does not hide what is wrong elsewhere: it is left out, and the rest is
 * parsed again, so that cross-checks can go on with everything that was understood.
 */
export function readPart<T>(schema: z.ZodType<T>, input: unknown, where: string): Reading<T> {
  const result = schema.safeParse(input, { error: () => "" });
  if (result.success) return { value: result.data, problems: [], damaged: [] };
  const located = result.error.issues.flatMap((issue) => issueProblems(issue, input, where));
  return {
    value: mend(
      schema,
      input,
      located.map(({ keys }) => keys),
    ),
    problems: located.map(({ problem }) => problem),
    damaged: located
      .filter(({ isUnknownKey }) => !isUnknownKey)
      .map(({ keys }) => fieldPath(where, keys)),
  };
}

/** Leaves out the refused fields, or what holds them, until the rest parses. */
function mend<T>(
  schema: z.ZodType<T>,
  input: unknown,
  paths: readonly (readonly PropertyKey[])[],
): T | undefined {
  const deepest = Math.max(...paths.map((path) => path.length));
  for (let cut = 0; cut <= deepest; cut++) {
    const shortened = paths.map((path) => path.slice(0, Math.max(Math.min(1, path.length), path.length - cut)));
    const result = schema.safeParse(withoutPaths(input, shortened));
    if (result.success) return result.data;
  }
  return undefined;
}

function withoutPaths(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (paths.length === 0) return value;
  if (paths.some((path) => path.length === 0)) return undefined;
  if (Array.isArray(value)) {
    return value
      .map((element, index) => ({ element: withoutPaths(element, below(paths, index)), index }))
      .filter(({ index }) => !isRemoved(paths, index))
      .map(({ element }) => element);
  }
  if (typeof value !== "object" || value === null) return undefined;
  const kept = Object.entries(value).filter(([key]) => !isRemoved(paths, key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutPaths(inner, below(paths, key))]));
}

function isRemoved(paths: readonly (readonly PropertyKey[])[], key: PropertyKey): boolean {
  return paths.some((path) => path.length === 1 && path[0] === key);
}

function below(paths: readonly (readonly PropertyKey[])[], key: PropertyKey): readonly (readonly PropertyKey[])[] {
  return paths.filter((path) => path.length > 1 && path[0] === key).map((path) => path.slice(1));
}
