import { type PictureEdge } from "./picture";
import { changeSigns } from "./looks";
import { portText } from "./port-text";

const longestCondition = 28;

/** What stands at an edge, line by line: conditions of the listener, ports, the way out. */
export function edgeLines(edge: PictureEdge): readonly string[] {
  const { conditions, ports, via, isCertain, mark, isSaidAtEnd } = edge;
  if (isSaidAtEnd) return [];
  const [first, ...others] = conditions.filter((condition) => condition !== "path is /*");
  const asked =
    first === undefined
      ? []
      : [`${shorten(first.replace(/^(path|host) is /, ""))}${others.length > 0 ? ` +${others.length}` : ""}`];
  const way = via === undefined ? "" : ` via ${via.replace(/ gateway$/, "")}`;
  return [...asked, `${changeSigns[mark]}${portText(ports)}${way}${isCertain ? "" : " ?"}`];
}

function shorten(text: string): string {
  return text.length > longestCondition ? `${text.slice(0, longestCondition - 1)}…` : text;
}
