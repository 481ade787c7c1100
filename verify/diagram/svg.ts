import { instance } from "@viz-js/viz";
import { condense, type DrawingSize } from "./condense";
import { type Picture } from "./picture";
import { graphOf } from "./svg-graph";
import { frame } from "./svg-frame";

const size: DrawingSize = { nodes: 36, edges: 200 };

/** The picture as SVG, laid out by Graphviz. */
export async function svgOf(picture: Picture): Promise<string> {
  const drawn = condense(picture, size);
  const viz = await instance();
  return frame(drawn, viz.renderString(graphOf(drawn), { format: "svg" }));
}
