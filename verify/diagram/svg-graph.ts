import { type Attributes, type Graph, type Subgraph } from "@viz-js/viz";
import { edgeLines } from "./edge-text";
import { layoutEdges, tierRank } from "./layout-edges";
import { type Listener, listenersOf, markOf } from "./listeners";
import { changeLooks, edgeColors, families, familyLooks, groupLooks, type Look } from "./looks";
import { type Mark, type Picture, type PictureEdge, type PictureGroup, type PictureNode } from "./picture";
import { portText } from "./port-text";
import { balancerLabel, edgeLabel, groupLabel, listenerPort, nodeLabel } from "./svg-labels";

/** The font that Graphviz measures with: the widest of the common ones, so that text fits in all. */
export const measuredFont = "DejaVu Sans";

/** The picture as Graphviz takes it. */
export function graphOf(picture: Picture): Graph {
  return new GraphWriter(picture).graph();
}

class GraphWriter {
  private readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  private readonly ranks: ReadonlyMap<string, number>;

  constructor(private readonly picture: Picture) {
    this.listeners = listenersOf(picture);
    this.ranks = tierRank(picture);
  }

  graph(): Graph {
    const { groups, nodes, edges } = this.picture;
    return {
      name: "picture",
      directed: true,
      graphAttributes: {
        ...{ rankdir: "TB", newrank: true, compound: true, splines: true, bgcolor: "transparent" },
        ...{ nodesep: 0.3, ranksep: 0.55, mclimit: 8, pad: 0.1, fontname: measuredFont },
      },
      nodeAttributes: { fontname: measuredFont },
      edgeAttributes: { fontname: measuredFont, arrowsize: 0.7 },
      nodes: nodes.filter((node) => node.group === undefined && !isTop(node)).map((node) => this.node(node)),
      subgraphs: [
        { graphAttributes: { rank: "source" }, nodes: nodes.filter(isTop).map((node) => this.node(node)) },
        ...groups.filter(({ parent }) => parent === undefined).map((group) => this.cluster(group)),
      ],
      edges: [
        ...edges.map((edge) => this.edge(edge)),
        ...layoutEdges(this.picture).map(([tail, head]) => ({
          tail,
          head,
          attributes: { style: "invis", weight: 0 },
        })),
      ],
    };
  }

  private cluster(group: PictureGroup): Subgraph {
    const { groups, nodes } = this.picture;
    const { fill, stroke } = lookOf(groupLooks[group.kind], group.mark);
    const own = nodes.filter((node) => node.group === group.name);
    const children = groups.filter(({ parent }) => parent === group.name);
    return {
      name: `cluster ${group.name}`,
      graphAttributes: {
        label: { html: groupLabel(group) },
        labeljust: "l",
        fontname: measuredFont,
        margin: 14,
        style: ["filled", "rounded", ...(group.mark === "removed" ? ["dashed"] : [])].join(),
        fillcolor: groupLooks[group.kind].fill,
        color: stroke,
        ...(group.mark === "added" && { fillcolor: fill }),
      },
      // Graphviz draws no empty cluster.
      nodes: own.length + children.length === 0 ? [placeholder(group)] : own.map((node) => this.node(node)),
      subgraphs: children.map((child) => this.cluster(child)),
    };
  }

  private node(node: PictureNode): { readonly name: string; readonly attributes: Attributes } {
    const { name, kind, mark } = node;
    const look = lookOf(familyLooks[families[kind]], mark);
    const listeners = this.listeners.get(name) ?? [];
    if (kind === "balancer") {
      const cells = listeners.map((listener) => ({ listener, look: lookOf(look, markOf(listener)) }));
      return { name, attributes: { shape: "plain", label: { html: balancerLabel(node, cells, look) } } };
    }
    const isData = kind === "database" || kind === "store";
    return {
      name,
      attributes: {
        label: { html: nodeLabel(node) },
        shape: isData ? "cylinder" : "box",
        style: ["filled", ...(isData ? [] : ["rounded"]), ...(mark === "removed" ? ["dashed"] : [])].join(),
        fillcolor: look.fill,
        color: look.stroke,
        penwidth: mark === "unchanged" ? 1 : 2,
        margin: isData ? "0.15,0.08" : "0.15,0.06",
        height: 0.4,
      },
    };
  }

  private edge(edge: PictureEdge): { tail: string; head: string; attributes: Attributes } {
    const { from, to, through, ports, kind, mark, isCertain } = edge;
    const color = mark === "unchanged" ? edgeColors[kind] : changeLooks[mark].stroke;
    const tail = through && this.cell(from, portText(through));
    const head = this.cell(to, portText(ports));
    const lines = head === undefined ? edgeLines(edge) : edgeLines(edge).slice(0, -1);
    const [above, below] = [this.ranks.get(from), this.ranks.get(to)];
    const isUpward = above !== undefined && below !== undefined && above > below;
    return {
      tail: from,
      head: to,
      attributes: {
        color,
        ...(tail !== undefined && { tailport: `${tail}:s` }),
        ...(head !== undefined && { headport: `${head}:n` }),
        ...(lines.length > 0 && { label: { html: edgeLabel(lines, color) } }),
        ...(mark === "removed" && { style: "dashed" }),
        ...(!isCertain && { style: "dotted" }),
        penwidth: mark === "unchanged" ? 1.1 : 2,
        weight: kind === "data" ? 4 : 2,
        ...(isUpward && { constraint: false }),
      },
    };
  }

  /** The listener's cell in a balancer. */
  private cell(balancer: string, ports: string): string | undefined {
    const index = this.listeners.get(balancer)?.findIndex((listener) => listener.ports === ports) ?? -1;
    return index === -1 ? undefined : listenerPort(index);
  }
}

/** The internet as it comes in. */
function isTop({ kind, name }: PictureNode): boolean {
  return kind === "internet" && name === "internet";
}

function lookOf(look: Look, mark: Mark): Look {
  return mark === "unchanged" ? look : changeLooks[mark];
}

function placeholder({ name }: PictureGroup): { readonly name: string; readonly attributes: Attributes } {
  return { name: `${name}, empty`, attributes: { style: "invis", label: "", height: 0.1, width: 0.1 } };
}
