import { markChanges } from "../../../verify/diagram/mark-changes";
import { mermaidOf } from "../../../verify/diagram/mermaid";
import { portText } from "../../../verify/diagram/port-text";
import { verifiedEstate } from "../../support/verified";
import { draw, openGroup, openService, pictureWith, vpc } from "./a-picture";

const pictures = verifiedEstate().environments.map(draw);
const dev = pictures.find(({ environment }) => environment === "dev");
if (!dev) throw new Error("no dev");

const linesOf = (text: string) => text.split("\n").map((line) => line.trim());
const idOf = (name: string) => name.replace(/[^A-Za-z0-9]+/g, "_").replace(/^(?=\d)/, "n_");

describe("mermaidOf", () => {
  test.each(pictures.map((picture) => [picture.environment, picture] as const))(
    "draws every node and edge of %s",
    (_, picture) => {
      const text = mermaidOf(picture);
      const labels = picture.nodes.map(({ title }) => title);
      expect(labels.filter((label) => !text.includes(label))).toEqual([]);
      const drawn = picture.edges.filter(({ to }) => !to.startsWith("endpoint."));
      const missing = drawn.filter(
        ({ from, to, ports }) =>
          !new RegExp(`${idOf(from)} -->\\|"${portText(ports)}( via NAT)?"\\| ${idOf(to)}\\n`).test(text),
      );
      expect(missing).toEqual([]);
      if (drawn.length > 0) expect(text).toContain("<br/>from every service: 443");
    },
  );

  test.each(pictures.map((picture) => [picture.environment, picture] as const))(
    "keeps %s short enough for GitLab to draw it unasked",
    (_, picture) => {
      expect(mermaidOf(picture).length).toBeLessThan(2000);
    },
  );

  test("closes every subgraph", () => {
    const lines = linesOf(mermaidOf(dev));
    const opened = lines.filter((line) => line.startsWith("subgraph "));
    expect(opened).toHaveLength(5);
    expect(lines.filter((line) => line === "end")).toHaveLength(opened.length);
  });

  test("defines each class that it uses", () => {
    const text = mermaidOf(dev);
    const used = new Set([...text.matchAll(/:::(\w+)/g)].map(([, name]) => name));
    expect(new Set([...text.matchAll(/classDef (\w+)/g)].map(([, name]) => name))).toEqual(used);
  });

  test("colours what changes, and says it in signs", () => {
    const less = {
      ...dev,
      nodes: dev.nodes.filter(({ name }) => name !== "database.app"),
      edges: dev.edges.filter(({ to }) => to !== "database.app"),
    };
    const added = linesOf(mermaidOf(markChanges(less, dev)));
    expect(added).toContain('database_app[("+\u00a0app<br/>postgres 17")]:::added');
    expect(added.find((line) => line.startsWith("linkStyle"))).toMatch(
      /^linkStyle \d+ stroke:#15803d,stroke-width:2px$/,
    );
    const removed = linesOf(mermaidOf(markChanges(dev, less)));
    expect(removed).toContain('database_app[("−\u00a0app<br/>postgres 17")]:::removed');
    expect(removed).toContain('service_backend -.->|"−\u00a05432"| database_app');
  });

  test("shows an endpoint that is gone among those that stay", () => {
    const less = {
      ...dev,
      nodes: dev.nodes.filter(({ name }) => name !== "endpoint.kms"),
      edges: dev.edges.filter(({ to }) => to !== "endpoint.kms"),
    };
    const text = mermaidOf(markChanges(dev, less));
    expect(text).toContain("<br/>−\u00a0kms<br/>from every service: 443");
    expect(text).not.toContain("-.->");
  });

  test("draws an endpoint that one service alone reaches apart", () => {
    const edges = dev.edges.filter(({ from, to }) => to !== "endpoint.kms" || from === "service.backend");
    expect(linesOf(mermaidOf({ ...dev, edges }))).toContain('service_backend -->|"443"| endpoint_kms');
  });

  const hostile = "a\"b]<c>|{x}#1; end %%{init}%% `q` 世界 \\n & '$$\u0000\n\u2028";

  test("writes names so that nothing in them is code", () => {
    const text = mermaidOf(pictureWith({ ...vpc, ...openGroup, "aws_ecs_service.a": openService(hostile) }));
    expect(text).toContain(
      "a#quot;b#93;#lt;c#gt;#124;#123;x#125;#35;1#59; end #37;#123;init#125;#37;#37; #96;q#96; 世界 #92;n #amp; '#36;#36; ",
    );
    expect(text).not.toMatch(/%%|`|\u0000|\u2028|&/);
  });

  test.each(["end", "graph", "class", "default", "subgraph", "style"])(
    "takes no id from the word %s",
    (word) => {
      const picture = {
        ...dev,
        nodes: dev.nodes.map((node) => (node.name === "database.app" ? { ...node, name: word } : node)),
      };
      expect(mermaidOf(picture)).toContain(`${word}_2[(`);
    },
  );

  test("gives names that become the same letters ids of their own", () => {
    const [first] = dev.nodes.filter(({ kind }) => kind === "service");
    if (!first) throw new Error("no service");
    const twins = ["a.b", "a_b", "a-b"].map((name) => ({ ...first, name }));
    const ids = [...mermaidOf({ ...dev, nodes: twins, edges: [] }).matchAll(/(a_b\w*)\[/g)].map(
      ([, id]) => id,
    );
    expect(ids).toEqual(["a_b", "a_b_2", "a_b_3"]);
  });

  describe("of many services", () => {
    const many = (count: number, names = (index: number) => `s${index}`) =>
      pictureWith({
        ...vpc,
        ...openGroup,
        ...Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            `aws_ecs_service.s${index}`,
            openService(names(index)),
          ]),
        ),
      });

    test("draws those with the same neighbours as one", () => {
      const text = mermaidOf(many(40));
      expect(text).toContain("40 services<br/>s0, s1, s2");
      expect(text).toContain("Services with the same neighbours are drawn as one.");
    });

    test("stays within what Mermaid draws", () => {
      const text = mermaidOf(many(60, (index) => `${"<".repeat(60)}${index}`));
      expect(text.length).toBeLessThan(50_000);
      expect(text.match(/-->/g)?.length).toBeLessThan(500);
    });

    test("leaves unchanged parts out when only changes are asked for", () => {
      const picture = many(20);
      const before = { ...picture, edges: [] };
      const after = {
        ...before,
        nodes: before.nodes.map((node) => (node.name === "service.s3" ? { ...node, title: "new" } : node)),
      };
      const text = mermaidOf(markChanges(before, after), { onlyChanges: true });
      expect(text).toContain("~\u00a0new");
      expect(text).not.toContain("s4");
    });

    test("draws a small picture whole, whatever is asked for", () => {
      expect(mermaidOf(dev, { onlyChanges: true })).toBe(mermaidOf(dev));
    });
  });
});
