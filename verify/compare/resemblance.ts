import { type Resource } from "../estate/resource";
import { Document, isPlainList, isPlainMap, keyOf, type Plain } from "./plain";
import { plainMap } from "./plain-value";

/** How alike two resources are once the old name in them is replaced by the new one: from 0 to 1, by the values that both have. */
export function resemblance(before: Resource, after: Resource): number {
  const rename = renaming(nameOf(before), nameOf(after));
  const [old, now] = [contentOf(before, rename), contentOf(after, (text) => text)];
  const equal = [...old].filter((leaf) => now.has(leaf));
  const all = old.size + now.size;
  return all === 0 ? 0 : (2 * equal.length) / all;
}

function nameOf({ address }: Resource): string {
  return address.slice(address.lastIndexOf(".") + 1);
}

function contentOf(resource: Resource, rename: (text: string) => string): ReadonlySet<string> {
  const context = { stackName: resource.stack.name, placeNow: (place: string) => place };
  const leaves = new Set<string>();
  const walk = (value: Plain, path: string): void => {
    if (value instanceof Document) walk(value.content, path);
    else if (isPlainList(value)) value.forEach((item) => walk(item, path));
    else if (isPlainMap(value))
      Object.entries(value).forEach(([name, item]) => walk(item, `${path}.${name}`));
    else if (value !== null) leaves.add(rename(`${path} ${keyOf(value)}`));
  };
  walk(plainMap(resource.values, context), "");
  return leaves;
}

/**
 * Replaces what differs between two names: of `backend_service_logs` and `orders_service_logs`, `backend` becomes `orders`,
 * also where it is written with hyphens.
 */
function renaming(before: string, after: string): (text: string) => string {
  const [old, now] = [before.split("_"), after.split("_")];
  while (old.length > 1 && now.length > 1 && old[0] === now[0]) [old, now].forEach((words) => words.shift());
  while (old.length > 1 && now.length > 1 && old.at(-1) === now.at(-1))
    [old, now].forEach((words) => words.pop());
  return (text) =>
    ["_", "-"].reduce((replaced, mark) => replaced.replaceAll(old.join(mark), now.join(mark)), text);
}
