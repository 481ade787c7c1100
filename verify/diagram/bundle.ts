import { subtractPorts } from "../network/ports";
import { type Picture, type PictureEdge, type PictureNode } from "./picture";

/** Draws nodes of one key as one node; nodes without a key stay as they are. */
export function bundle(
  picture: Picture,
  keyOf: (node: PictureNode) => string | undefined,
  join: (first: PictureNode, members: readonly PictureNode[]) => PictureNode,
): Picture {
  const members = new Map<string, PictureNode[]>();
  const keys = new Map<PictureNode, string>();
  for (const node of picture.nodes) {
    const key = keyOf(node);
    if (key === undefined) continue;
    keys.set(node, key);
    members.set(key, [...(members.get(key) ?? []), node]);
  }
  const names = new Map<string, string>();
  const nodes = picture.nodes.flatMap((node) => {
    const all = members.get(keys.get(node) ?? "") ?? [node];
    const [first] = all;
    if (!first || all.length === 1) return [node];
    names.set(node.name, first.name);
    return node === first ? [join(first, all)] : [];
  });
  const renamed = (name: string) => names.get(name) ?? name;
  const edges = picture.edges.map((edge) => ({ ...edge, from: renamed(edge.from), to: renamed(edge.to) }));
  return { ...picture, nodes, edges: joinEdges(edges, new Set(names.values())) };
}

/** Edges of a bundle that lead the same way become one, with the ports of all. */
function joinEdges(edges: readonly PictureEdge[], bundles: ReadonlySet<string>): readonly PictureEdge[] {
  const byKey = new Map<string, PictureEdge>();
  const kept = edges.map((edge, index) => {
    const { from, to, kind, isCertain, mark } = edge;
    const isBundled = bundles.has(from) || bundles.has(to);
    const key = JSON.stringify(isBundled ? [from, to, kind, isCertain, mark] : index);
    const known = byKey.get(key);
    byKey.set(key, known ? joined(known, edge) : edge);
    return key;
  });
  return [...new Set(kept)].flatMap((key) => byKey.get(key) ?? []);
}

function joined(one: PictureEdge, other: PictureEdge): PictureEdge {
  const through = [...(one.through ?? []), ...subtractPorts(other.through ?? [], one.through ?? [])];
  return {
    ...one,
    ports: [...one.ports, ...subtractPorts(other.ports, one.ports)],
    ...(through.length > 0 && { through }),
    // Each member has its own.
    conditions: one.conditions.join() === other.conditions.join() ? one.conditions : [],
  };
}
