import { edgeLines } from "./edge-text";
import { type Listener, listenersOf, markOf } from "./listeners";
import { changeLooks, changeSigns, inkColor, type Look, families, familyLooks } from "./looks";
import { MermaidIds, quoted } from "./mermaid-text";
import {
  type Line,
  type Mark,
  type Picture,
  type PictureEdge,
  type PictureGroup,
  type PictureNode,
} from "./picture";
import { portText } from "./port-text";

/** Writes one picture as a flowchart: subgraphs with nodes in them, then edges, then colours. */
export class MermaidWriter {
  private readonly ids = new MermaidIds();
  private readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  private readonly classes = new Set<string>();

  constructor(private readonly picture: Picture) {
    this.listeners = listenersOf(picture);
  }

  text(): string {
    const { groups, nodes, edges, environment, notes } = this.picture;
    const body = [
      ...nodes.filter(({ group }) => group === undefined).flatMap((node) => this.node(node)),
      ...groups.filter(({ parent }) => parent === undefined).flatMap((group) => this.group(group)),
      ...notes.map(
        (note, index) => `${this.ids.of(`note ${index}`)}[${quoted([note])}]${this.classOf("note")}`,
      ),
      ...edges.map((edge) => this.edge(edge)),
      ...this.edgeStyles(),
    ];
    const title = environment.replace(/[^\p{L}\p{N} ._-]+/gu, " ");
    return [
      `flowchart TB`,
      ...[`accTitle: Environment ${title}`, ...body, ...this.classDefinitions()],
      "",
    ].join("\n");
  }

  private group(group: PictureGroup): readonly string[] {
    const { groups, nodes } = this.picture;
    const { name, kind, title, mark, lines } = group;
    const id = this.ids.of(`group ${name}`, kind);
    const content = [
      ...(lines.length > 0 ? [this.subnets(id, lines)] : []),
      ...nodes.filter((node) => node.group === name).flatMap((node) => this.node(node)),
      ...groups.filter(({ parent }) => parent === name).flatMap((child) => this.group(child)),
    ];
    return [...this.subgraph(id, [withSign(title, mark)], content), ...this.markSubgraph(id, mark)];
  }

  /** Titles of subgraphs have one line only; so subnets are a box of their own. */
  private subnets(group: string, lines: readonly Line[]): string {
    return `${this.ids.of(`subnets of ${group}`, `${group}_subnets`)}[${quoted(lineTexts(lines))}]${this.classOf("note")}`;
  }

  private node(node: PictureNode): readonly string[] {
    const { name, kind, title, lines, mark } = node;
    const id = this.ids.of(name);
    const label = [withSign(title, mark), ...lineTexts(lines)];
    if (!this.hasListenerNodes(name)) {
      const [open, close] =
        kind === "database" || kind === "store"
          ? ["[(", ")]"]
          : kind === "internet"
            ? ["([", "])"]
            : ["[", "]"];
      return [
        `${id}${open}${quoted(label)}${close}${this.classOf(mark === "unchanged" ? families[kind] : mark)}`,
      ];
    }
    const cells = (this.listeners.get(name) ?? []).map((listener) => {
      const own = markOf(listener);
      return `${this.listenerId(name, listener.ports)}[${quoted([withSign(listener.ports, own)])}]${this.classOf(own === "unchanged" ? families[kind] : own)}`;
    });
    return [...this.subgraph(id, [label.join(" · ")], cells), ...this.markSubgraph(id, mark)];
  }

  private subgraph(id: string, title: readonly string[], content: readonly string[]): readonly string[] {
    return [`subgraph ${id}[${quoted(title)}]`, ...content.map(indent), "end"];
  }

  private markSubgraph(id: string, mark: Mark): readonly string[] {
    if (mark === "unchanged") return [];
    this.classes.add(mark);
    return [`class ${id} ${mark}`];
  }

  private edge(edge: PictureEdge): string {
    const { from, to, ports, through, mark, isCertain } = edge;
    const tail = this.end(from, through && portText(through));
    const head = this.end(to, portText(ports));
    const arrow = mark === "removed" || !isCertain ? "-.->" : "-->";
    const lines = this.hasListenerNodes(to) ? edgeLines(edge).slice(0, -1) : edgeLines(edge);
    const label = lines.length === 0 ? "" : `|${quoted(lines)}|`;
    return `${tail} ${arrow}${label} ${head}`;
  }

  private end(name: string, ports: string | undefined): string {
    return ports !== undefined && this.hasListenerNodes(name)
      ? this.listenerId(name, ports)
      : this.ids.of(name);
  }

  /** Whether it takes more than one listener to see who calls whom. */
  private hasListenerNodes(name: string): boolean {
    const passing = this.listeners
      .get(name)
      ?.filter(({ edges }) => edges.some(({ through }) => through !== undefined));
    return passing !== undefined && passing.length > 1;
  }

  private listenerId(balancer: string, ports: string): string {
    return this.ids.of(`${balancer} ${ports}`);
  }

  private classOf(name: string): string {
    this.classes.add(name);
    return `:::${name}`;
  }

  private edgeStyles(): readonly string[] {
    return changes.flatMap((change) => {
      const indexes = this.picture.edges.flatMap(({ mark }, index) => (mark === change ? [index] : []));
      return indexes.length === 0
        ? []
        : [`linkStyle ${indexes.join()} stroke:${changeLooks[change].stroke},stroke-width:2px`];
    });
  }

  private classDefinitions(): readonly string[] {
    const looks: Readonly<Record<string, Look>> = { ...familyLooks, ...changeLooks };
    return Object.entries(looks).flatMap(([name, { fill, stroke }]) => {
      const dashes = name === "removed" ? ",stroke-dasharray:5 3" : "";
      const width = name in changeLooks ? ",stroke-width:2px" : "";
      return this.classes.has(name)
        ? [`classDef ${name} fill:${fill},stroke:${stroke},color:${inkColor}${width}${dashes}`]
        : [];
    });
  }
}

const changes = ["added", "removed", "changed"] as const;

function withSign(text: string, mark: Mark): string {
  return `${changeSigns[mark]}${text}`;
}

function lineTexts(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text, mark }) => withSign(text, mark));
}

function indent(line: string): string {
  return `  ${line}`;
}
