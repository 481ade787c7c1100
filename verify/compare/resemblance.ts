import { type Resource } from "../estate/resource";
import { Document, isPlainList, isPlainMap, keyOf, type Plain } from "./plain";
import { plainMap } from "./plain-value";

/** A resource as it is compared with those that it may have been renamed to. */
export interface Likeness {
  readonly resource: Resource;
  /** Every value with its path, without the places in lists. */
  readonly leaves: readonly (readonly [path: string, value: string])[];
}

export function likenessOf(resource: Resource): Likeness {
  const context = { stackName: resource.stack.name, placeNow: (place: string) => place };
  const leaves = new Map<string, readonly [path: string, value: string]>();
  const walk = (value: Plain, path: string): void => {
    if (value instanceof Document) walk(value.content, path);
    else if (isPlainList(value)) value.forEach((item) => walk(item, path));
    else if (isPlainMap(value))
      Object.entries(value).forEach(([name, item]) => walk(item, `${path}.${name}`));
    else if (value !== null) leaves.set(`${path} ${keyOf(value)}`, [path, keyOf(value)]);
  };
  walk(plainMap(resource.values, context), "");
  return { resource, leaves: [...leaves.values()] };
}

/** How alike two resources are once the old name in them is replaced by the new one: from 0 to 1, by the values that both have. */
export function resemblance(before: Likeness, after: Likeness): number {
  const rename = renaming(nameOf(before.resource), nameOf(after.resource));
  const now = new Set(after.leaves.map((leaf) => leaf.join(" ")));
  const equal = before.leaves.filter(([path, value]) => now.has(`${path} ${rename(value)}`));
  const all = before.leaves.length + after.leaves.length;
  return all === 0 ? 0 : (2 * equal.length) / all;
}

function nameOf({ address }: Resource): string {
  return address.slice(address.lastIndexOf(".") + 1);
}

/**
 * Replaces what differs between two names: of `backend_service_logs` and `orders_service_logs`, `backend` becomes `orders`,
 * also where it is written with hyphens.
 */
function renaming(before: string, after: string): (text: string) => string {
  const [old = [], now = []] = differingWords(before.split("_"), after.split("_"));
  // Not as a part of a longer word.
  const word = new RegExp(`(?<![A-Za-z0-9])${old.map(literal).join("[_-]")}(?![A-Za-z0-9])`, "g");
  return (text) =>
    text.replace(word, (found, at: number) => {
      const around = `${text[at - 1] ?? ""}${found}${text[at + found.length] ?? ""}`;
      return now.join(around.includes("_") ? "_" : "-");
    });
}

/** The words between those that both names begin and end with; at least one of each name. */
function differingWords(old: readonly string[], now: readonly string[]): readonly (readonly string[])[] {
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  // Where words only come or go, the one before them is what they belong to.
  if (start + end === shortest) {
    if (start > 0) start -= 1;
    else end -= 1;
  }
  return [old, now].map((words) => words.slice(start, words.length - end));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
