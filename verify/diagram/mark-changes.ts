import { intersectPorts, type PortRange, subtractPorts } from "../network/ports";
import { type Line, type Mark, type Picture, type PictureEdge, type PictureNode } from "./picture";

/** Both sides of a change in one picture; what is gone stays in it, marked. */
export function markChanges(
  before: Picture,
  after: Picture,
  /** Places of resources that differ in something that a picture does not show. */
  changedPlaces: ReadonlySet<string> = new Set(),
): Picture {
  const isTouched = ({ places }: PictureNode) => places.some((place) => changedPlaces.has(place));
  return {
    ...after,
    groups: markNamed(before.groups, after.groups, () => false),
    nodes: markNamed(drawnNodes(before), drawnNodes(after), isTouched),
    edges: markEdges(before.edges, after.edges),
  };
}

/** A picture all of which is new, or gone. */
export function markAll(picture: Picture, mark: "added" | "removed"): Picture {
  const empty: Picture = { ...picture, groups: [], nodes: [], edges: [] };
  return mark === "added"
    ? markChanges(empty, picture)
    : { ...markChanges(picture, empty), notes: picture.notes };
}

interface Named {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly parent?: string;
  readonly group?: string;
  readonly lines: readonly Line[];
  readonly mark: Mark;
}

/** That a side has nothing is no part of the other. */
function drawnNodes({ nodes }: Picture): readonly PictureNode[] {
  return nodes.filter(({ kind }) => kind !== "note");
}

function markNamed<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  isTouched: (item: T) => boolean,
): readonly T[] {
  const old = new Map(before.map((item) => [item.name, item]));
  const now = new Set(after.map(({ name }) => name));
  return [
    ...after.map((item) => {
      const previous = old.get(item.name);
      if (!previous) return marked(item, "added");
      const lines = markLines(previous.lines, item.lines);
      const isSame =
        lines.every(({ mark }) => mark === "unchanged") &&
        (["kind", "title", "parent", "group"] as const).every((key) => previous[key] === item[key]);
      return { ...item, lines, mark: isSame && !isTouched(item) ? "unchanged" : "changed" };
    }),
    ...before.filter(({ name }) => !now.has(name)).map((item) => marked(item, "removed")),
  ];
}

function marked<T extends Named>(item: T, mark: Mark): T {
  return { ...item, mark };
}

function markLines(before: readonly Line[], after: readonly Line[]): readonly Line[] {
  const [old, now] = [before, after].map((lines) => new Set(lines.map(({ text }) => text)));
  return [
    ...after.map(({ text }): Line => ({ text, mark: old?.has(text) ? "unchanged" : "added" })),
    ...before.filter(({ text }) => !now?.has(text)).map(({ text }): Line => ({ text, mark: "removed" })),
  ];
}

/** Edges between the same ends are compared port by port. */
function markEdges(before: readonly PictureEdge[], after: readonly PictureEdge[]): readonly PictureEdge[] {
  const [old, now] = [portsByKey(before), portsByKey(after)];
  const oldConditions = new Map(before.map((edge) => [keyOf(edge), edge.conditions.join()]));
  const parts = after.flatMap((edge) => {
    const known = old.get(keyOf(edge)) ?? [];
    const isSame = oldConditions.get(keyOf(edge)) === edge.conditions.join();
    return [
      { ...edge, ports: intersectPorts(edge.ports, known), mark: isSame ? "unchanged" : "changed" } as const,
      { ...edge, ports: subtractPorts(edge.ports, known), mark: "added" } as const,
    ];
  });
  const gone = before.map(
    (edge) =>
      ({ ...edge, ports: subtractPorts(edge.ports, now.get(keyOf(edge)) ?? []), mark: "removed" }) as const,
  );
  return [...parts, ...gone].filter(({ ports }) => ports.length > 0);
}

function portsByKey(edges: readonly PictureEdge[]): ReadonlyMap<string, readonly PortRange[]> {
  const ports = new Map<string, readonly PortRange[]>();
  for (const edge of edges) ports.set(keyOf(edge), [...(ports.get(keyOf(edge)) ?? []), ...edge.ports]);
  return ports;
}

function keyOf({ from, to, through, isCertain }: PictureEdge): string {
  return JSON.stringify([from, to, through, isCertain]);
}
