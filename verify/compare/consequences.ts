import { type Resource } from "../estate/resource";
import { type AttributeChange } from "./attribute-change";
import { constructOf, ignoredBy, losses } from "./compare-pair";
import { type ResourceAction, type ResourceChange } from "./comparison";
import { isFixed, isRevision } from "./forced-replacement";
import { Document, isPlainList, isPlainMap, type Plain, type PlainMap, Written } from "./plain";

/** A resource of the new side, with the change that is known of it so far. */
export interface Standing {
  readonly resource: Resource;
  readonly values: PlainMap;
  change: ResourceChange | undefined;
}

/**
 * What follows from other changes: what refers to something that is made anew gets another id, and is itself changed or made anew.
 * Goes on until nothing new follows.
 */
export function addConsequences(standings: readonly Standing[]): void {
  const byPlace = new Map(standings.map((standing) => [standing.resource.place, standing]));
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    for (const standing of standings) {
      const next = isNew(standing.change?.action) ? undefined : followUp(standing, byPlace);
      if (next === undefined) continue;
      standing.change = next;
      isSettled = false;
    }
  }
}

function isNew(action: ResourceAction | undefined): boolean {
  return action === "add" || action === "import" || action === "rename";
}

function followUp(standing: Standing, byPlace: ReadonlyMap<string, Standing>): ResourceChange | undefined {
  const { resource, values, change } = standing;
  const { type, address } = resource;
  const ignored = ignoredBy(resource);
  const told = new Set(change?.attributes.map(({ path }) => path));
  const found = usesOf(values)
    .filter(({ path }) => !told.has(path) && !ignored(path.split(".")[0] ?? ""))
    .flatMap((use) => {
      const target = byPlace.get(use.place);
      const cause = target && causeOf(target, use.attribute);
      return cause === undefined ? [] : [{ path: use.path, cause }];
    })
    .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index);
  if (found.length === 0) return undefined;
  const forced = found.filter(({ path }) => isFixed(type, path));
  const forcedBy = [
    ...(change?.forcedBy ?? []),
    ...forced.map(({ path, cause }) => `${path}: ${cause.text}`),
  ];
  const action = forcedBy.length === 0 ? "change" : isRevision(type, forcedBy) ? "revise" : "replace";
  const attributes = found.map(({ path, cause }): AttributeChange => {
    return {
      path,
      attribute: path.split(".")[0] ?? "",
      note: cause.text,
      ...(cause.isRevision && { followsRevision: true }),
    };
  });
  const known = change ?? { address, type, ...constructOf(resource) };
  return {
    ...known,
    action,
    attributes: [...(change?.attributes ?? []), ...attributes],
    forcedBy,
    ...losses(action, type),
  };
}

interface Cause {
  readonly text: string;
  readonly isRevision?: true;
}

/** Why an attribute of a resource gets another value; undefined when it keeps the one it has. */
function causeOf({ resource, values, change }: Standing, attribute: string): Cause | undefined {
  if (change === undefined) return undefined;
  const name = attribute.split(".")[0] ?? "";
  const isWritten = name in values && values[name] !== null;
  const isChanged = change.attributes.some((one) => one.attribute === name && one.note === undefined);
  if (isWritten) return isChanged ? { text: `${resource.address}.${name} changes` } : undefined;
  switch (change.action) {
    case "replace":
    case "rename":
      return { text: `${resource.address} is made anew` };
    case "revise":
      return { text: `${resource.address} has a new revision`, isRevision: true };
    default:
      return undefined;
  }
}

interface Use {
  readonly path: string;
  readonly place: string;
  readonly attribute: string;
}

/** What the attributes refer to. */
function usesOf(values: PlainMap): readonly Use[] {
  const uses: Use[] = [];
  const walk = (value: Plain, path: string, isInside: boolean): void => {
    if (value instanceof Written) {
      value.references.forEach((reference) => uses.push({ path, ...reference }));
    } else if (value instanceof Document) walk(value.content, path, true);
    else if (isPlainList(value)) value.forEach((item) => walk(item, path, isInside));
    else if (isPlainMap(value)) {
      for (const [name, item] of Object.entries(value))
        walk(item, isInside ? path : `${path}.${name}`, isInside);
    }
  };
  for (const [name, value] of Object.entries(values)) walk(value, name, false);
  return uses;
}
