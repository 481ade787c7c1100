import { markChanges } from "../../../verify/diagram/mark-changes";
import { portText } from "../../../verify/diagram/port-text";
import { svgOf } from "../../../verify/diagram/svg";
import { readXml, type XmlElement } from "../../support/read-xml";
import { verifiedEstate } from "../../support/verified";
import { draw, openGroup, openService, pictureWith, vpc } from "./a-picture";

const pictures = verifiedEstate().environments.map(draw);
const dev = pictures.find(({ environment }) => environment === "dev");
if (!dev) throw new Error("no dev");

function elementsOf(svg: string): readonly XmlElement[] {
  const walk = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(walk)];
  return walk(readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`));
}

const textsOf = (svg: string, name: string) =>
  elementsOf(svg).flatMap((element) => (element.name === name ? [element.text] : []));

describe("svgOf", () => {
  test.each(pictures.map((picture) => [picture.environment, picture] as const))(
    "draws every node and edge of %s",
    async (_, picture) => {
      const svg = await svgOf(picture);
      const texts = textsOf(svg, "text").join("\n");
      expect(picture.nodes.filter(({ title }) => !texts.includes(title))).toEqual([]);
      const titles = textsOf(svg, "title");
      const drawn = picture.edges.filter(({ to }) => !to.startsWith("endpoint."));
      expect(drawn.filter(({ from, to }) => !titles.includes(`${from} → ${to}`))).toEqual([]);
      expect(drawn.filter(({ ports }) => !texts.includes(portText(ports)))).toEqual([]);
    },
  );

  test("shows zones and addresses of the subnets", async () => {
    expect(textsOf(await svgOf(dev), "text")).toContain("eu-west-1a \u00a010.10.32.0/20");
  });

  test("tells its title to those who do not see it", async () => {
    const [root] = elementsOf(await svgOf(dev));
    expect(root?.attributes).toMatchObject({
      role: "img",
      "aria-label": "Environment dev · account 111111111111 · eu-west-1",
    });
  });

  test("holds no version, no comment and no font of this machine", async () => {
    expect(await svgOf(dev)).not.toMatch(/<!--|graphviz|<\?xml|font-family="DejaVu/i);
  });

  test("gives the same bytes for the same picture", async () => {
    expect(await svgOf(dev)).toBe(await svgOf(structuredClone(dev)));
  });

  test("has a legend of what is in it, and of nothing else", async () => {
    const less = { ...dev, nodes: dev.nodes.filter(({ kind }) => kind !== "database"), edges: [] };
    const [whole, cut] = [await svgOf(dev), await svgOf(less)];
    expect(textsOf(whole, "text")).toEqual(expect.arrayContaining(["database", "from the internet"]));
    expect(textsOf(cut, "text")).toEqual(expect.not.arrayContaining(["database", "from the internet"]));
  });

  test("draws what is gone in red and dashed", async () => {
    const less = { ...dev, edges: dev.edges.filter(({ to }) => to !== "database.app") };
    const svg = await svgOf(markChanges(dev, less));
    const edge = elementsOf(svg).find(({ children }) =>
      children.some(({ text }) => text === "service.backend → database.app"),
    );
    const path = edge?.children.find(({ name }) => name === "path");
    expect(path?.attributes).toMatchObject({ stroke: "#dc2626", "stroke-dasharray": "5,2" });
  });

  test("is well-formed whatever names hold", async () => {
    const hostile = "a\"b]<c>|{x}#1; -> ]]> &amp; &nbsp; 世界 \\n \\G & '\u0000\u001b\n";
    const bodies = {
      ...vpc,
      ...openGroup,
      "aws_vpc.main": { cidr_block: "10.0.0.0/16", tags: { Name: hostile } },
    };
    const svg = await svgOf(pictureWith({ ...bodies, "aws_ecs_service.a": openService(hostile) }));
    const shown = "a\"b]<c>|{x}#1; -> ]]> &amp; &nbsp; 世界 \u2216n \u2216G & '";
    expect(textsOf(svg, "text").some((text) => text.startsWith(shown))).toBe(true);
  });

  test("cuts long names", async () => {
    const picture = pictureWith({ ...vpc, ...openGroup, "aws_ecs_service.a": openService("x".repeat(200)) });
    const longest = Math.max(...textsOf(await svgOf(picture), "text").map((text) => text.length));
    expect(longest).toBeLessThanOrEqual(64);
  });
});
