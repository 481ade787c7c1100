import { type Mark, type Picture, type PictureEdge } from "./picture";
import { naturalOrder } from "./natural-order";
import { portText } from "./port-text";

/** Listeners of a balancer as its edges tell: what leads to one port and what that port passes on belong together. */
export interface Listener {
  /** Ports as text: unique in the balancer. */
  readonly ports: string;
  readonly edges: readonly PictureEdge[];
}

/** By name of the balancer. */
export function listenersOf({ nodes, edges }: Picture): ReadonlyMap<string, readonly Listener[]> {
  const balancers = nodes.filter(({ kind }) => kind === "balancer");
  const found = new Map(balancers.map(({ name }) => [name, new Map<string, PictureEdge[]>()]));
  for (const edge of edges) {
    add(found.get(edge.to), edge, portText(edge.ports));
    if (edge.through) add(found.get(edge.from), edge, portText(edge.through));
  }
  return new Map(
    [...found].map(([name, listeners]) => [
      name,
      [...listeners]
        .sort(([one], [other]) => naturalOrder(one, other))
        .map(([ports, own]) => ({ ports, edges: own })),
    ]),
  );
}

function add(listeners: Map<string, PictureEdge[]> | undefined, edge: PictureEdge, ports: string): void {
  listeners?.set(ports, [...(listeners.get(ports) ?? []), edge]);
}

/** What a change does to a listener: what it does to all its edges. */
export function markOf({ edges }: Listener): Mark {
  const [first] = edges;
  return first && edges.every(({ mark }) => mark === first.mark) ? first.mark : "unchanged";
}
