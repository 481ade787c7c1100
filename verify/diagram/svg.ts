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

/** Graphviz writes names as they are, and ends them at the first zero. */
function withPrintableNames(picture: Picture): Picture {
  return {
    ...picture,
    groups: picture.groups.map((group) => ({
      ...group,
      name: printable(group.name),
      ...(group.parent !== undefined && { parent: printable(group.parent) }),
    })),
    nodes: picture.nodes.map((node) => ({
      ...node,
      name: printable(node.name),
      ...(node.group !== undefined && { group: printable(node.group) }),
    })),
    edges: picture.edges.map((edge) => ({ ...edge, from: printable(edge.from), to: printable(edge.to) })),
  };
}
