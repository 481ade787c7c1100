import { type Resource } from "../estate/resource";
import { keyOf } from "./plain";
import { plainMap } from "./plain-value";

/** Share of the attributes of two resources that are equal once the old name in them is replaced by the new one. */
export function resemblance(before: Resource, after: Resource): number {
  const rename = renaming(nameOf(before), nameOf(after));
  const [old, now] = [contentOf(before, rename), contentOf(after, (text) => text)];
  const names = new Set([...old.keys(), ...now.keys()]);
  const equal = [...names].filter((name) => old.get(name) === now.get(name));
  return names.size === 0 ? 0 : equal.length / names.size;
}

function nameOf({ address }: Resource): string {
  return address.slice(address.lastIndexOf(".") + 1);
}

function contentOf(resource: Resource, rename: (text: string) => string): ReadonlyMap<string, string> {
  const context = { stackName: resource.stack.name, placeNow: (place: string) => place };
  const attributes = Object.entries(plainMap(resource.values, context)).filter(([, value]) => value !== null);
  return new Map(attributes.map(([name, value]) => [name, rename(keyOf(value))]));
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
