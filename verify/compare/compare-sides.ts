import { readEstate } from "../estate/read-estate";
import { type Resource } from "../estate/resource";
import { type ReadableStack, type StackFiles } from "../estate/stack-files";
import { comparePair, loneChange, type Side } from "./compare-pair";
import { type Comparison, type ResourceChange, type StackComparison } from "./comparison";
import { addConsequences, type Standing } from "./consequences";
import { hidingSecrets } from "./known-secrets";
import { addressesOf, matchResources, type Matches } from "./match-resources";
import { newTrust } from "./new-trust";
import { type PlainMap } from "./plain";
import { type PlainContext, plainMap } from "./plain-value";
import { compareSettings } from "./settings";
import { touchedStacks } from "./touched-stacks";

/** Compares what two sides of a merge request would apply, without asking AWS. */
export function compareSides(base: readonly ReadableStack[], head: readonly ReadableStack[]): Comparison {
  const [old, now] = [filesOf(base), filesOf(head)];
  const touched = touchedStacks(base, head);
  const shared = [...now.keys()].filter((name) => old.has(name) && touched.has(name));
  const compared = new Map(
    shared.flatMap((name) => {
      const [before, after] = [old.get(name), now.get(name)];
      return before && after
        ? [[name, { before, after, matches: matchResources(before, after) }] as const]
        : [];
    }),
  );
  const newPlaces = new Map(
    [...compared.values()].flatMap(({ matches }) =>
      matches.pairs.map(({ before, after }) => [before.place, after.place] as const),
    ),
  );
  const contextOf = (stackName: string, isBase: boolean): PlainContext => ({
    stackName,
    placeNow: (place) => (isBase ? newPlaces.get(place) : undefined) ?? place,
  });
  const sides = [...compared].map(([name, { before, after, matches }]) => {
    const contexts = { base: contextOf(name, true), head: contextOf(name, false) };
    const standing = compareResources(matches, contexts);
    return { name, before, after, matches, contexts, standing };
  });
  addConsequences(sides.flatMap(({ standing }) => standing));
  const both = sides.map(({ name, before, after, matches, contexts, standing }): StackComparison => {
    const forgotten = addressesOf(after, "removed");
    const gone = matches.removed.map((resource) =>
      loneChange(resource, forgotten.has(resource.address) ? "forget" : "destroy"),
    );
    const changes = standing.flatMap(({ change }) => change ?? []);
    return {
      name,
      environment: after.environment,
      existence: "both",
      isTouched: true,
      resources: sorted([...changes, ...gone]),
      settings: compareSettings(before, after, contexts),
    };
  });
  const byName = new Map(both.map((stack) => [stack.name, stack]));
  const stacks = [
    ...[...now].map(([name, files]) =>
      old.has(name) ? (byName.get(name) ?? untouched(files)) : wholeStack(files, "added"),
    ),
    ...[...old].filter(([name]) => !now.has(name)).map(([, files]) => wholeStack(files, "removed")),
  ];
  return {
    stacks,
    environments: [...new Set(stacks.map(({ environment }) => environment))],
    hide: hidingSecrets([...base, ...head]),
  };
}

function filesOf(stacks: readonly ReadableStack[]): ReadonlyMap<string, StackFiles> {
  const files = readEstate(stacks).environments.flatMap((environment) => environment.stacks);
  return new Map(files.map((stack) => [stack.name, stack]));
}

function compareResources(
  { pairs, added }: Matches,
  contexts: { readonly base: PlainContext; readonly head: PlainContext },
): readonly Standing[] {
  const imported = new Set(added.flatMap(({ stack }) => [...addressesOf(stack, "import")]));
  return [
    ...pairs.map(({ before, after, how }): Standing => {
      const one: Side = { resource: before, values: plainMap(before.values, contexts.base) };
      const other: Side = { resource: after, values: plainMap(after.values, contexts.head) };
      return { ...other, change: comparePair(one, other, how) };
    }),
    ...added.map((resource): Standing => {
      const values: PlainMap = plainMap(resource.values, contexts.head);
      const change = imported.has(resource.address)
        ? loneChange(resource, "import")
        : { ...loneChange(resource, "add"), attributes: newTrust(resource.type, values) };
      return { resource, values, change };
    }),
  ];
}

function untouched({ name, environment }: StackFiles): StackComparison {
  return { name, environment, existence: "both", isTouched: false, resources: [], settings: [] };
}

/** A stack that only one side has: everything in it comes or goes. */
function wholeStack(files: StackFiles, existence: "added" | "removed"): StackComparison {
  const action = existence === "added" ? "add" : "destroy";
  const managed = files.resources.filter(({ mode }: Resource) => mode === "managed");
  return {
    name: files.name,
    environment: files.environment,
    existence,
    isTouched: true,
    resources: sorted(managed.map((resource) => loneChange(resource, action))),
    settings: [],
  };
}

function sorted(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  return changes.toSorted((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}
