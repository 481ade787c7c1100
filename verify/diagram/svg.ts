import { instance } from "@viz-js/viz";
import { condense, type DrawingSize } from "./condense";
import { printable } from "./escape-xml";
import { type Picture } from "./picture";
import { graphOf } from "./svg-graph";
import { frame } from "./svg-frame";

const size: DrawingSize = { nodes: 36, edges: 200 };

/** The picture as SVG, laid out by Graphviz. */
export async function svgOf(picture: Picture): Promise<string> {
  const drawn = withPrintableNames(condense(picture, size));
  const viz = await instance();
  return frame(drawn, viz.renderString(graphOf(drawn), { format: "svg" }));
}

/** Graphviz ends names at the first zero, and takes what looks like an entity of XML for one. */
function withPrintableNames(picture: Picture): Picture {
  const nameOf = (name: string) => printable(name).replaceAll("&", "&amp;");
  return {
    ...picture,
    groups: picture.groups.map((group) => ({
      ...group,
      name: nameOf(group.name),
      ...(group.parent !== undefined && { parent: nameOf(group.parent) }),
    })),
    nodes: picture.nodes.map((node) => ({
      ...node,
      name: nameOf(node.name),
      ...(node.group !== undefined && { group: nameOf(node.group) }),
    })),
    edges: picture.edges.map((edge) => ({ ...edge, from: nameOf(edge.from), to: nameOf(edge.to) })),
  };
}
