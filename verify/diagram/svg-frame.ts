import { escapeXml } from "./escape-xml";
import {
  changeLooks,
  edgeColors,
  edgeWords,
  inkColor,
  families,
  familyLooks,
  type Change,
  type Look,
} from "./looks";
import { type EdgeKind, type Picture, type PictureKind } from "./picture";
import { measuredFont } from "./svg-graph";

const margin = 16;
const titleHeight = 44;
const rowHeight = 22;

/** The drawing of Graphviz with a title above and a legend below, on white; free of versions and comments. */
export function frame(picture: Picture, graphviz: string): string {
  const { width, height, content } = drawingIn(graphviz);
  const items = legendOf(picture);
  const minimum = Math.max(
    ...items.map(itemWidth),
    textWidth(titleOf(picture)) * 1.5,
    ...picture.notes.map(textWidth),
  );
  const inner = Math.ceil(Math.max(width, minimum, 360));
  const rows = placeItems(items, inner);
  const legendHeight = rows.length * rowHeight + picture.notes.length * rowHeight;
  const [full, tall] = [inner + 2 * margin, titleHeight + Math.ceil(height) + legendHeight + 2 * margin + 8];
  const legendTop = titleHeight + Math.ceil(height) + margin + 8;
  const title = escapeXml(titleOf(picture));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${full}" height="${tall}" viewBox="0 0 ${full} ${tall}" role="img" aria-label="${title}" font-family="${fonts}">`,
    `<title>${title}</title>`,
    `<rect width="${full}" height="${tall}" fill="#ffffff"/>`,
    `<text x="${margin}" y="34" font-size="15" font-weight="bold" fill="${inkColor}">${title}</text>`,
    `<g transform="translate(${margin + Math.floor((inner - width) / 2)} ${titleHeight})">`,
    content,
    "</g>",
    ...rows.flatMap((row, index) =>
      row.map(({ x, item }) => legendItem(item, margin + x, legendTop + index * rowHeight)),
    ),
    ...picture.notes.map(
      (note, index) =>
        `<text x="${margin}" y="${legendTop + (rows.length + index) * rowHeight + 13}" font-size="11" fill="#475569">${escapeXml(note)}</text>`,
    ),
    "</svg>",
    "",
  ].join("\n");
}

export function titleOf({ environment, place }: Picture): string {
  return [`Environment ${environment}`, ...place].join(" · ");
}

const fonts = "Helvetica, Arial, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

/** What Graphviz draws, without its frame, its comments and its fonts. */
function drawingIn(graphviz: string): Drawing {
  const [, width = "0", height = "0"] = /<svg width="([\d.]+)pt" height="([\d.]+)pt"/.exec(graphviz) ?? [];
  const content = graphviz
    .slice(graphviz.indexOf("<g id="), graphviz.lastIndexOf("</svg>"))
    .replace(/<!--[\s\S]*?-->\n?/g, "")
    .replaceAll(` font-family="${measuredFont}"`, "")
    .replaceAll(' xml:space="preserve"', "")
    // Browsers show titles under the pointer: the name of a node, the ends of an edge.
    .replace(/<title>(picture|cluster [^<]*)<\/title>\n?/g, "")
    .replace(/<title>([^<]*?)(?::s)?&#45;&gt;([^<]*?)(?::n)?<\/title>/g, "<title>$1 → $2</title>")
    .replaceAll("&#45;", "-")
    .replaceAll("&#160;", "\u00a0")
    .replaceAll("&#39;", "'")
    .trimEnd();
  return { width: Number(width), height: Number(height), content: withTitlesAbove(content) };
}

/** Titles of groups stand above the edges that cross them. */
function withTitlesAbove(content: string): string {
  const titles: string[] = [];
  const below = content.replace(/<g id="clust\d+" class="cluster">[\s\S]*?<\/g>/g, (cluster) =>
    cluster.replace(/<text [\s\S]*?<\/text>\n?/g, (text) => {
      titles.push(text);
      return "";
    }),
  );
  const halo =
    'paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-opacity="0.85" stroke-linejoin="round"';
  return below.replace(/<\/g>$/, `<g ${halo}>\n${titles.join("")}</g>\n</g>`);
}

type Item =
  | { readonly words: string; readonly look: Look; readonly isDashed?: boolean }
  | { readonly words: string; readonly line: string; readonly isDotted?: boolean };

const nodeWords: Readonly<Partial<Record<PictureKind, string>>> = {
  balancer: "load balancer with listener ports",
  service: "service",
  compute: "function, server",
  database: "database",
  store: "cache, search, broker, files",
  endpoint: "AWS endpoints",
};

/** What is in the picture, and nothing else. */
function legendOf({ nodes, edges, groups }: Picture): readonly Item[] {
  const kinds = new Set(nodes.map(({ kind }) => kind));
  const edgeKinds = new Set(edges.map(({ kind }) => kind));
  const marks = new Set([...nodes, ...edges, ...groups].map(({ mark }) => mark));
  return [
    ...keysOf(nodeWords).flatMap((kind) => {
      const words = nodeWords[kind];
      return kinds.has(kind) && words !== undefined ? [{ words, look: familyLooks[families[kind]] }] : [];
    }),
    ...keysOf(edgeWords).flatMap((kind: EdgeKind) =>
      edgeKinds.has(kind) ? [{ words: edgeWords[kind], line: edgeColors[kind] }] : [],
    ),
    ...(edges.some(({ isCertain }) => !isCertain)
      ? [{ words: "not told by the files", line: "#475569", isDotted: true }]
      : []),
    ...keysOf(changeLooks).flatMap((change: Change) =>
      marks.has(change) ? [{ words: change, look: changeLooks[change], isDashed: change === "removed" }] : [],
    ),
  ];
}

function keysOf<T extends object>(table: T): readonly (keyof T)[] {
  const keys: unknown[] = Object.keys(table);
  return keys.filter((key): key is keyof T => typeof key === "string" && key in table);
}

const symbolWidth = 24;

function itemWidth({ words }: Item): number {
  return symbolWidth + 6 + textWidth(words) + 18;
}

/** A generous guess for 11 points in any sans-serif font. */
function textWidth(text: string): number {
  return Math.ceil(Array.from(text).length * 6.8);
}

function placeItems(
  items: readonly Item[],
  width: number,
): readonly (readonly { x: number; item: Item }[])[] {
  const rows: { x: number; item: Item }[][] = [];
  let x = 0;
  for (const item of items) {
    if (rows.length === 0 || x + itemWidth(item) > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ x, item });
    x += itemWidth(item);
  }
  return rows;
}

function legendItem(item: Item, x: number, y: number): string {
  const symbol =
    "look" in item
      ? `<rect x="${x}" y="${y + 2}" width="${symbolWidth - 4}" height="14" rx="3" fill="${item.look.fill}" stroke="${item.look.stroke}"${item.isDashed ? ' stroke-dasharray="4 2"' : ""}/>`
      : `<line x1="${x}" y1="${y + 9}" x2="${x + symbolWidth - 4}" y2="${y + 9}" stroke="${item.line}" stroke-width="2"${item.isDotted ? ' stroke-dasharray="2 3"' : ""}/>`;
  return `${symbol}<text x="${x + symbolWidth + 2}" y="${y + 13}" font-size="11" fill="${inkColor}">${escapeXml(item.words)}</text>`;
}
