import { asObject } from "../../terraform/stacks/stack";
import { type Resource } from "../estate/resource";
import { type StackFiles } from "../estate/stack-files";
import { likenessOf, resemblance } from "./resemblance";

export interface Pair {
  readonly before: Resource;
  readonly after: Resource;
  /** `kept`: the same address; `moved`: a `moved` block says so; `guessed`: it only looks like it. */
  readonly how: "kept" | "moved" | "guessed";
}

export interface Matches {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
}

/** Finds out which resource of one side is which of the other. */
export function matchResources(base: StackFiles, head: StackFiles): Matches {
  const newAddress = readMoves(head);
  const old = new Map(managed(base).map((resource) => [resource.address, resource]));
  const pairs: Pair[] = [];
  const added: Resource[] = [];
  const moved = new Map([...old.values()].map((resource) => [newAddress(resource.address), resource]));
  for (const after of managed(head)) {
    const same = old.get(after.address);
    const before = same ?? moved.get(after.address);
    if (before === undefined) added.push(after);
    else pairs.push({ before, after, how: same ? "kept" : "moved" });
  }
  const known = new Set(pairs.map(({ before }) => before));
  const removed = [...old.values()].filter((resource) => !known.has(resource));
  const guessed = guessPairs(removed, added);
  return {
    pairs: [...pairs, ...guessed],
    removed: removed.filter((resource) => guessed.every(({ before }) => before !== resource)),
    added: added.filter((resource) => guessed.every(({ after }) => after !== resource)),
  };
}

function managed({ resources }: StackFiles): readonly Resource[] {
  return resources.filter(({ mode }) => mode === "managed");
}

/** From `moved` blocks, also of modules and of several steps. */
function readMoves({ configuration }: StackFiles): (address: string) => string {
  const moves = blocks(Reflect.get(configuration, "moved")).map(
    ({ from, to }) => [bare(from), bare(to)] as const,
  );
  return (address) => {
    let now = address;
    for (const [from, to] of [...moves, ...moves]) {
      const rest = now.slice(from.length);
      if (now.startsWith(from) && (rest === "" || rest.startsWith("[") || rest.startsWith(".")))
        now = to + rest;
    }
    return now;
  };
}

/** Addresses of a stack's `import` or `removed` blocks. */
export function addressesOf(stack: StackFiles, kind: "import" | "removed"): ReadonlySet<string> {
  const field = kind === "import" ? "to" : "from";
  const keeps = (block: Readonly<Record<string, unknown>>) =>
    kind === "import" || asObject(block["lifecycle"])["destroy"] === false;
  const found = blocks(Reflect.get(stack.configuration, kind)).filter(keeps);
  return new Set(found.map((block) => bare(block[field])));
}

function blocks(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return value === undefined ? [] : [value].flat().map(asObject);
}

function bare(address: unknown): string {
  return String(address).replace(/^\$\{(.*)\}$/, "$1");
}

/** Less than this in common is something else. */
const leastResemblance = 0.8;

/** The most alike first; each resource in one pair only. */
function guessPairs(removed: readonly Resource[], added: readonly Resource[]): readonly Pair[] {
  if (removed.length === 0 || added.length === 0) return [];
  const likely = added.map(likenessOf);
  const candidates = removed.map(likenessOf).flatMap((before) =>
    likely
      .filter(({ resource }) => resource.type === before.resource.type)
      .map((after) => ({ before: before.resource, after: after.resource, score: resemblance(before, after) }))
      .filter(({ score }) => score >= leastResemblance),
  );
  const taken = new Set<Resource>();
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ before, after }): Pair[] => {
      if (taken.has(before) || taken.has(after)) return [];
      taken.add(before).add(after);
      return [{ before, after, how: "guessed" }];
    });
}
