import { markAll, markChanges } from "../../../verify/diagram/mark-changes";
import { hasChanges, onlyChanges } from "../../../verify/diagram/only-changes";
import { type Picture, type PictureEdge, type PictureNode } from "../../../verify/diagram/picture";
import { portText } from "../../../verify/diagram/port-text";

const node = (name: string, given: Partial<PictureNode> = {}): PictureNode => ({
  ...{
    name,
    kind: "service",
    title: name,
    lines: [],
    group: "private",
    places: [`stack/${name}`],
    mark: "unchanged",
  },
  ...given,
});

const edge = (from: string, to: string, port: number, given: Partial<PictureEdge> = {}): PictureEdge => ({
  ...{ from, to, kind: "internal", conditions: [], isCertain: true, mark: "unchanged" },
  ports: [{ protocol: "tcp", from: port, to: port }],
  ...given,
});

const picture = (nodes: readonly PictureNode[], edges: readonly PictureEdge[] = []): Picture => ({
  environment: "dev",
  place: [],
  groups: [
    { name: "account", kind: "account", title: "account", lines: [], mark: "unchanged" },
    { name: "private", kind: "private", parent: "account", title: "private", lines: [], mark: "unchanged" },
    { name: "public", kind: "public", parent: "account", title: "public", lines: [], mark: "unchanged" },
  ],
  nodes,
  edges,
  notes: [],
});

const nodeMarks = ({ nodes }: Picture) => Object.fromEntries(nodes.map(({ name, mark }) => [name, mark]));
const edgeMarks = ({ edges }: Picture) =>
  edges.map(({ from, to, ports, mark }) => `${mark} ${from} ${to} ${portText(ports)}`);

describe("markChanges", () => {
  test("keeps nodes that are gone beside the new ones", () => {
    const marked = markChanges(picture([node("a"), node("b")]), picture([node("b"), node("c")]));
    expect(nodeMarks(marked)).toEqual({ a: "removed", b: "unchanged", c: "added" });
  });

  test("marks each line of a node that changes", () => {
    const lines = (...texts: readonly string[]) =>
      texts.map((text) => ({ text, mark: "unchanged" as const }));
    const before = picture([node("a", { lines: lines("one", "two") })]);
    const marked = markChanges(before, picture([node("a", { lines: lines("two", "three") })]));
    expect(nodeMarks(marked)).toEqual({ a: "changed" });
    expect(marked.nodes[0]?.lines.map(({ text, mark }) => `${mark} ${text}`)).toEqual([
      "unchanged two",
      "added three",
      "removed one",
    ]);
  });

  test("marks a node that moves to other subnets", () => {
    const marked = markChanges(picture([node("a")]), picture([node("a", { group: "public" })]));
    expect(nodeMarks(marked)).toEqual({ a: "changed" });
  });

  test("marks a node whose resources differ in what a picture does not show", () => {
    const side = picture([node("a"), node("b")]);
    expect(nodeMarks(markChanges(side, side, new Set(["stack/b"])))).toEqual({
      a: "unchanged",
      b: "changed",
    });
  });

  test("compares edges port by port", () => {
    const sides = [
      [80, 443],
      [443, 8080],
    ].map((ports) =>
      picture(
        [],
        [edge("a", "b", 0, { ports: ports.map((one) => ({ protocol: "tcp", from: one, to: one })) })],
      ),
    );
    const [before = picture([]), after = picture([])] = sides;
    expect(edgeMarks(markChanges(before, after))).toEqual([
      "unchanged a b 443",
      "added a b 8080",
      "removed a b 80",
    ]);
  });

  test("tells listeners of a balancer apart", () => {
    const through = (port: number) => ({ through: [{ protocol: "tcp" as const, from: port, to: port }] });
    const before = picture([], [edge("a", "b", 80, through(443))]);
    const after = picture([], [edge("a", "b", 80, through(444))]);
    expect(edgeMarks(markChanges(before, after))).toEqual(["added a b 80", "removed a b 80"]);
  });

  test("marks an edge whose listener asks for something else", () => {
    const asks = (path: string) => picture([], [edge("a", "b", 80, { conditions: [path] })]);
    expect(edgeMarks(markChanges(asks("path is /a"), asks("path is /b")))).toEqual(["changed a b 80"]);
  });

  test("drops the note of a side that had nothing", () => {
    const nothing = picture([node("note", { kind: "note" })]);
    expect(nodeMarks(markChanges(nothing, picture([node("a")])))).toEqual({ a: "added" });
  });

  test.each(["added", "removed"] as const)("marks all of an environment that is %s", (mark) => {
    const marked = markAll(picture([node("a")], [edge("a", "a", 80)]), mark);
    expect([...marked.groups, ...marked.nodes, ...marked.edges].map((part) => part.mark)).toEqual(
      Array.from({ length: 5 }, () => mark),
    );
  });
});

describe("hasChanges", () => {
  test("says no of two sides that are the same", () => {
    const side = picture([node("a")], [edge("a", "b", 80)]);
    expect(hasChanges(markChanges(side, side))).toBe(false);
  });

  test("says yes of an edge that is new", () => {
    expect(hasChanges(markChanges(picture([]), picture([], [edge("a", "b", 80)])))).toBe(true);
  });
});

describe("onlyChanges", () => {
  const nodes = ["a", "b", "c", "d"].map((name) => node(name, name === "d" ? { group: "public" } : {}));
  const edges = [edge("a", "b", 80), edge("b", "c", 80), edge("c", "d", 80)];
  const cut = onlyChanges(
    picture(
      nodes.map((one) => (one.name === "a" ? { ...one, mark: "changed" } : one)),
      edges,
    ),
  );

  test("keeps what changes with its neighbours", () => {
    expect(cut.nodes.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(edgeMarks(cut)).toEqual(["unchanged a b 80"]);
  });

  test("drops groups with nothing in them", () => {
    expect(cut.groups.map(({ name }) => name)).toEqual(["account", "private"]);
  });

  test("counts what it leaves out", () => {
    expect(cut.notes).toEqual(["2 unchanged parts are not drawn."]);
  });
});
