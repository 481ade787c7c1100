import { bundle } from "./bundle";
import { edgeLines } from "./edge-text";
import { naturalOrder } from "./natural-order";
import { type Line, type Picture, type PictureEdge, type PictureNode } from "./picture";
import { portText } from "./port-text";

/** What a drawing can carry and stay legible. */
export interface DrawingSize {
  /** Nodes above which services with the same neighbours are drawn as one. */
  readonly nodes: number;
  /** Edges above which unchanged ones between services are left out. */
  readonly edges: number;
}

/** The picture with what is alike said once, so that it stays legible. */
export function condense(picture: Picture, size: DrawingSize): Picture {
  const small = summarizeSenders(bundleEndpoints(withImpliedMarks(picture)));
  const isLarge = small.nodes.length > size.nodes || small.edges.length > size.edges;
  const bundled = withoutSelfCalls(isLarge ? bundleServices(small) : small);
  return sayOnce(splitInternet(bundled.edges.length > size.edges ? withoutCalls(bundled) : bundled));
}

const senderKinds: ReadonlySet<string> = new Set(["service", "compute"]);

/** That an endpoint comes or goes is said once, by the endpoint. */
function withImpliedMarks(picture: Picture): Picture {
  const marks = new Map(
    picture.nodes.flatMap(({ kind, name, mark }) => (kind === "endpoint" ? [[name, mark]] : [])),
  );
  const edges = picture.edges.map((edge) =>
    marks.get(edge.to) === edge.mark ? { ...edge, mark: "unchanged" as const } : edge,
  );
  return { ...picture, edges };
}

/** Endpoints that the same ones reach are one node, with their names in it. */
function bundleEndpoints(picture: Picture): Picture {
  const context = new Context(picture);
  return bundle(
    picture,
    (node) => (node.kind === "endpoint" ? `${context.vpcOf(node)} ${context.sendersOf(node)}` : undefined),
    (first, members) => {
      const inTier = members.find(({ group }) => group !== context.vpcOf(first))?.group ?? first.group;
      const isSame = members.every(({ mark }) => mark === first.mark);
      return {
        ...first,
        title: "AWS endpoints",
        lines: memberLines(members),
        ...(inTier !== undefined && { group: inTier }),
        places: members.flatMap(({ places }) => places),
        mark: isSame ? first.mark : "changed",
      };
    },
  );
}

/** What all services reach needs no line from each. */
function summarizeSenders(picture: Picture): Picture {
  const context = new Context(picture);
  const said = new Set<PictureEdge>();
  const nodes = picture.nodes.map((node) => {
    if (node.kind !== "endpoint") return node;
    const edges = picture.edges.filter(({ to }) => to === node.name);
    const senders = new Set(edges.map(({ from }) => from));
    const ports = new Set(edges.map((edge) => portText(edge.ports)));
    const all = picture.nodes.filter(
      (sender) => senderKinds.has(sender.kind) && context.vpcOf(sender) === context.vpcOf(node),
    );
    const isAll = all.length > 1 && senders.size === all.length && all.every(({ name }) => senders.has(name));
    if (!isAll || ports.size > 1) return node;
    for (const edge of edges) if (context.markOf(edge) === "unchanged") said.add(edge);
    const line: Line = { text: `from every service: ${[...ports].join()}`, mark: "unchanged" };
    return { ...node, lines: [...node.lines, line] };
  });
  return { ...picture, nodes, edges: picture.edges.filter((edge) => !said.has(edge)) };
}

/** Unchanged services with the same neighbours are one node. */
function bundleServices(picture: Picture): Picture {
  const joined = bundle(
    picture,
    (node) => {
      if (!senderKinds.has(node.kind) || node.mark !== "unchanged") return undefined;
      const own = picture.edges.filter(({ from, to }) => from === node.name || to === node.name);
      if (own.some(({ mark }) => mark !== "unchanged")) return undefined;
      const neighbours = own.flatMap(({ from, to }) => [
        ...(from === node.name ? [`to ${to}`] : []),
        ...(to === node.name ? [`from ${from}`] : []),
      ]);
      return JSON.stringify([node.kind, node.group, [...new Set(neighbours)].sort()]);
    },
    (first, members) => ({
      ...first,
      title:
        first.kind === "service"
          ? `${members.length} services`
          : `${members.length} × ${first.lines[0]?.text}`,
      lines: memberLines(members),
      places: members.flatMap(({ places }) => places),
      members: members.length,
    }),
  );
  if (joined.nodes.length === picture.nodes.length) return picture;
  return { ...joined, notes: [...joined.notes, "Services with the same neighbours are drawn as one."] };
}

/** Tasks of one service that reach each other say nothing about the environment. */
function withoutSelfCalls(picture: Picture): Picture {
  const single = new Set(picture.nodes.flatMap(({ name, members }) => (members === undefined ? [name] : [])));
  return {
    ...picture,
    edges: picture.edges.filter(
      ({ from, to, mark }) => from !== to || mark !== "unchanged" || !single.has(from),
    ),
  };
}

function withoutCalls(picture: Picture): Picture {
  const edges = picture.edges.filter(({ kind, mark }) => kind !== "internal" || mark !== "unchanged");
  const left = picture.edges.length - edges.length;
  return { ...picture, edges, notes: [...picture.notes, `${left} unchanged calls inside are not drawn.`] };
}

/** Where the internet is called, too, it is drawn at both ends. */
function splitInternet(picture: Picture): Picture {
  const internet = picture.nodes.find(({ kind }) => kind === "internet");
  const isIn = ({ to }: PictureEdge) => to === internet?.name;
  if (!internet || !picture.edges.some(isIn) || picture.edges.every(isIn)) return picture;
  const outbound = { ...internet, name: `${internet.name}, outbound` };
  return {
    ...picture,
    nodes: [...picture.nodes, outbound],
    edges: picture.edges.map((edge) => (isIn(edge) ? { ...edge, to: outbound.name } : edge)),
  };
}

/** What stands at many edges into one node stands in the node. */
function sayOnce(picture: Picture): Picture {
  const said = new Map<string, string>();
  for (const { name, kind } of picture.nodes) {
    if (kind === "balancer") continue;
    const texts = picture.edges.flatMap((edge) =>
      edge.to === name && edge.mark === "unchanged" && !edge.through ? [edgeLines(edge).join()] : [],
    );
    const [first] = texts;
    if (first !== undefined && texts.length > fewEdges && texts.every((text) => text === first))
      said.set(name, first);
  }
  return {
    ...picture,
    nodes: picture.nodes.map((node) => {
      const text = said.get(node.name);
      return text === undefined
        ? node
        : { ...node, lines: [...node.lines, { text: text.replace(/^(?=\d)/, "port "), mark: "unchanged" }] };
    }),
    edges: picture.edges.map((edge) =>
      said.has(edge.to) && edge.mark === "unchanged" ? { ...edge, isSaidAtEnd: true } : edge,
    ),
  };
}

/** So many equal texts are read one by one. */
const fewEdges = 3;

/** Characters of a line of names. */
const lineLength = 34;
/** Names that are listed; the rest is counted. */
const listed = 40;

/** Names of unchanged members side by side, the others in lines of their own. */
export function memberLines(members: readonly PictureNode[]): readonly Line[] {
  const sorted = [...members].sort((one, other) => naturalOrder(one.title, other.title));
  const unchanged = sorted.filter(({ mark }) => mark === "unchanged").map(({ title }) => title);
  const rest = unchanged.length - listed;
  const names = rest > 1 ? [...unchanged.slice(0, listed), `and ${rest} more`] : unchanged;
  const rows = names.reduce<string[]>((lines, name) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length + 2 > lineLength) return [...lines, name];
    return [...lines.slice(0, -1), `${last}, ${name}`];
  }, []);
  return [
    ...rows.map((text): Line => ({ text, mark: "unchanged" })),
    ...sorted
      .filter(({ mark }) => mark !== "unchanged")
      .map(({ title: text, mark }): Line => ({ text, mark })),
  ];
}

class Context {
  private readonly nodes: ReadonlyMap<string, PictureNode>;
  private readonly parents: ReadonlyMap<string, string | undefined>;
  private readonly incoming = new Map<string, PictureEdge[]>();

  constructor(picture: Picture) {
    this.nodes = new Map(picture.nodes.map((node) => [node.name, node]));
    this.parents = new Map(
      picture.groups.map(({ name, kind, parent }) => [name, kind === "vpc" ? name : parent]),
    );
    for (const edge of picture.edges)
      this.incoming.set(edge.to, [...(this.incoming.get(edge.to) ?? []), edge]);
  }

  vpcOf({ group = "" }: PictureNode): string {
    return this.parents.get(group) ?? "";
  }

  /** What an edge changes by itself: that one of its ends comes or goes says it already. */
  markOf({ from, to, mark }: PictureEdge): PictureEdge["mark"] {
    return [from, to].some((name) => this.nodes.get(name)?.mark === mark) ? "unchanged" : mark;
  }

  sendersOf({ name }: PictureNode): string {
    const edges = this.incoming.get(name) ?? [];
    return JSON.stringify(edges.map((edge) => [edge.from, portText(edge.ports), this.markOf(edge)]).sort());
  }
}
