import { isObject } from "../stacks/stack";

/**
 * Paths at which two values differ, without the values themselves: `["tags", "Team"]`. What both hold under a name (`{ name, … }` in a
 * list) is found by that name, and text that holds JSON is looked into, so that a container's variable is named and not only the
 * text that it stands in.
 */
export function changedPaths(before: unknown, after: unknown): readonly string[][] {
  if (isEqual(before, after)) return [];
  const one = readable(before);
  const other = readable(after);
  if (one === undefined || other === undefined) return [[]];
  return Object.keys({ ...one, ...other }).flatMap((name) =>
    changedPaths(one[name], other[name]).map((path) => [name, ...path]),
  );
}

/** What can be compared part by part; undefined for anything else. */
function readable(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const content = typeof value === "string" ? parsed(value) : value;
  if (Array.isArray(content)) return byName(content);
  return isObject(content) ? content : undefined;
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Blocks that are there at most once are lists of one; other lists are compared only when every item has a name of its own. */
function byName(items: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  const named = items.flatMap((item) =>
    isObject(item) && typeof item["name"] === "string" ? [[item["name"], item] as const] : [],
  );
  const entries = Object.fromEntries(named);
  if (items.length > 0 && Object.keys(entries).length === items.length) return entries;
  const [only] = items;
  return items.length === 1 && isObject(only) ? only : undefined;
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
