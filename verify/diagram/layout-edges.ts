import { type Picture, type PictureNode } from "./picture";
import { tiers } from "./picture-groups";

type Pair = readonly [from: string, to: string];

/** How far below the top the tier of a node stands, by name of the node. */
export function tierRank({ groups, nodes }: Picture): ReadonlyMap<string, number> {
  const ranks = new Map(
    groups.map(({ name, kind }) => [name, kind === "account" || kind === "vpc" ? -1 : tiers.indexOf(kind)]),
  );
  return new Map(
    nodes.flatMap(({ name, group = "" }) => {
      const rank = ranks.get(group) ?? -1;
      return rank < 0 ? [] : [[name, rank]];
    }),
  );
}

/**
 * Pairs of nodes of which one stands below the other though no edge says so: tiers below each other, and endpoints below the services that
 * use them.
 */
export function layoutEdges(picture: Picture): readonly Pair[] {
  const { groups, nodes, edges } = picture;
  const inside = (vpc: string) => {
    const own = groups.filter(({ parent }) => parent === vpc);
    return tiers.flatMap((tier) => own.filter(({ kind }) => kind === tier));
  };
  const nodesOf = (group: string) => nodes.filter((node) => node.group === group);
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const isWithin = (members: readonly PictureNode[]) => {
    const names = new Set(members.map(({ name }) => name));
    return edges.filter(({ from, to }) => names.has(from) && names.has(to));
  };
  const pairs: Pair[] = [];
  for (const { name } of groups.filter(({ kind }) => kind === "vpc")) {
    const rows = inside(name)
      .map((tier) => nodesOf(tier.name))
      .filter((row) => row.length > 0);
    rows.forEach((row, index) => {
      const floating = row.filter((node) => !linked.has(node.name) && node.kind === "endpoint");
      const senders = row.filter(({ kind }) => kind === "service" || kind === "compute");
      pairs.push(...product(senders, floating));
      const next = rows[index + 1];
      if (!next) return;
      const leaving = new Set(isWithin(row).map(({ from }) => from));
      const entered = new Set(isWithin(next).map(({ to }) => to));
      const bottom = row.filter((node) =>
        floating.length > 0 ? floating.includes(node) : !leaving.has(node.name),
      );
      pairs.push(
        ...product(
          bottom,
          next.filter((node) => !entered.has(node.name)),
        ),
      );
    });
  }
  const top = nodes.filter(({ kind }) => kind === "internet" && linked.has("internet"));
  pairs.push(
    ...product(
      top.slice(0, 1),
      nodes.filter(({ kind, name }) => kind === "nat" && !linked.has(name)),
    ),
  );
  return pairs;
}

function product(uppers: readonly PictureNode[], lowers: readonly PictureNode[]): readonly Pair[] {
  return uppers.flatMap((upper) => lowers.map((lower): Pair => [upper.name, lower.name]));
}
