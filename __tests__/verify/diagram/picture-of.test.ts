import { type Picture } from "../../../verify/diagram/picture";
import { portText } from "../../../verify/diagram/port-text";
import { readNetwork } from "../../../verify/network/read-network";
import { verifiedEstate } from "../../support/verified";
import { draw, openGroup, openService, pictureWith, vpc } from "./a-picture";

const estate = verifiedEstate();

function ours(name: string): Picture {
  const environment = estate.environments.find((one) => one.name === name);
  if (!environment) throw new Error(name);
  return draw(environment);
}

function edgesOf({ edges }: Picture): readonly string[] {
  return edges.map(({ from, to, ports, through }) => {
    const listener = through ? ` (${portText(through)})` : "";
    return `${from}${listener} -> ${to} ${portText(ports)}`;
  });
}

function groupOf(picture: Picture, name: string): string | undefined {
  const node = picture.nodes.find((one) => one.name === name);
  return picture.groups.find((group) => group.name === node?.group)?.title;
}

describe("pictureOf", () => {
  test("names account and region", () => {
    expect(ours("dev").place).toEqual(["account 111111111111", "eu-west-1"]);
  });

  test.each(estate.environments.map((environment) => [environment.name, environment] as const))(
    "holds every node of the network of %s",
    (name, environment) => {
      const network = readNetwork(environment).nodes.map((node) => node.name);
      const drawn = new Set(draw(environment).nodes.map((node) => node.name));
      expect(
        network.filter((node) => !drawn.has(node) && (node !== "internet" || name !== "tooling")),
      ).toEqual([]);
    },
  );

  test("leads from the internet over each listener to the services", () => {
    expect(edgesOf(ours("dev")).filter((edge) => !edge.includes("endpoint."))).toEqual([
      "balancer.internal (8080) -> service.backend 8080",
      "balancer.public (443) -> service.frontend 8080",
      "internet -> balancer.public 80",
      "internet -> balancer.public 443",
      "service.backend -> database.app 5432",
      "service.frontend -> balancer.internal 8080",
    ]);
  });

  test("counts what a public balancer passes on as coming from the internet", () => {
    const kinds = ours("dev").edges.map(({ from, kind }) => `${from} ${kind}`);
    expect(kinds).toContain("balancer.public internet");
    expect(kinds).toContain("balancer.internal internal");
  });

  test("says that calls outside take the NAT gateway", () => {
    const edge = ours("prod").edges.find(({ to }) => to === "198.51.100.0/24");
    expect(edge).toMatchObject({ via: "NAT gateway", kind: "outbound" });
  });

  test.each([
    ["balancer.public", "Public subnets"],
    ["balancer.internal", "Private subnets"],
    ["service.frontend", "Private subnets"],
    ["database.app", "Isolated subnets"],
    ["endpoint.logs", "Private subnets"],
    ["internet", undefined],
  ])("draws %s in %s", (name, title) => {
    expect(groupOf(ours("dev"), name)).toBe(title);
  });

  test("has one node for the NAT gateways of a VPC, with a line for each zone", () => {
    const nat = ours("prod").nodes.find(({ name }) => name === "nat");
    expect(nat?.lines.map(({ text }) => text)).toEqual(["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
  });

  test("knows the task definition as a place of its service", () => {
    const service = ours("dev").nodes.find(({ name }) => name === "service.backend");
    expect(service?.places).toEqual([
      "dev-services/aws_ecs_service.backend_service",
      expect.stringContaining("dev-services/aws_ecs_task_definition."),
    ]);
  });

  test("says that an account without a network has none", () => {
    expect(ours("tooling").nodes.map(({ title }) => title)).toEqual(["Nothing with a network here"]);
  });

  test("tells tiers by routes, whatever subnets are called", () => {
    const tiers = pictureWith(vpc).groups.map(({ title, lines }) => [
      title,
      ...lines.map(({ text }) => text),
    ]);
    expect(tiers.slice(2)).toEqual([
      ["Public subnets", "eu-west-1a  10.0.1.0/24"],
      ["Private subnets", "eu-west-1a  10.0.2.0/24"],
      ["Isolated subnets", "eu-west-1b  10.0.3.0/24"],
    ]);
  });

  test("puts each VPC in a group of its own", () => {
    const { groups } = pictureWith({ ...vpc, "aws_vpc.other": { cidr_block: "10.1.0.0/16" } });
    expect(groups.filter(({ kind }) => kind === "vpc").map(({ title }) => title)).toEqual([
      "VPC main · 10.0.0.0/16",
      "VPC aws_vpc.other · 10.1.0.0/16",
    ]);
  });

  test("gives nodes whose subnets nobody tells a group that says so", () => {
    const service = {
      ...openService("a"),
      network_configuration: [
        { subnets: "${var.subnets}", security_groups: ["${aws_security_group.open.id}"] },
      ],
    };
    const picture = pictureWith({ ...vpc, ...openGroup, "aws_ecs_service.a": service });
    expect(groupOf(picture, "service.a")).toBe("Subnets that the files do not tell");
  });

  test("does not depend on the order of the files", () => {
    const bodies = {
      ...vpc,
      ...openGroup,
      "aws_ecs_service.a": openService("a"),
      "aws_ecs_service.b": openService("b"),
    };
    const reversed = Object.fromEntries(Object.entries(bodies).reverse());
    expect(pictureWith(reversed)).toEqual(pictureWith(bodies));
  });

  test("says which zones a node leaves out", () => {
    const other = {
      ...openService("b"),
      network_configuration: [
        { subnets: ["${aws_subnet.three.id}"], security_groups: ["${aws_security_group.open.id}"] },
      ],
    };
    const picture = pictureWith({
      ...vpc,
      ...openGroup,
      "aws_ecs_service.a": openService("a"),
      "aws_ecs_service.b": other,
    });
    const node = picture.nodes.find(({ name }) => name === "service.a");
    expect(node?.lines.map(({ text }) => text)).toEqual(["service", "only in eu-west-1a"]);
  });
});

describe("portText", () => {
  test.each([
    ["443", [{ protocol: "tcp", from: 443, to: 443 }]],
    [
      "8080-8081",
      [
        { protocol: "tcp", from: 8081, to: 8081 },
        { protocol: "tcp", from: 8080, to: 8080 },
      ],
    ],
    [
      "53, udp 53",
      [
        { protocol: "udp", from: 53, to: 53 },
        { protocol: "tcp", from: 53, to: 53 },
      ],
    ],
    [
      "every port",
      [
        { protocol: "tcp", from: 0, to: 65535 },
        { protocol: "udp", from: 0, to: 65535 },
      ],
    ],
  ] as const)("writes %s", (text, ranges) => {
    expect(portText(ranges)).toBe(text);
  });
});
