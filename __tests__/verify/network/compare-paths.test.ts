import { comparePaths } from "../../../verify/network/compare-paths";
import { type NetworkNode, type Path } from "../../../verify/network/network";

function node(name: string): NetworkNode {
  return {
    name,
    kind: "service",
    subnets: [],
    zones: [],
    securityGroups: [],
    publicAddress: false,
    hasIpv6: false,
    blocks: [],
    untold: [],
    sends: true,
  };
}

/** `a > balancer > b` on some ports. */
function path(ends: string, from: number, to = from): Path {
  const nodes = ends.split(" > ").map(node);
  const ports = [{ protocol: "tcp", from, to }] as const;
  const [first = node(""), ...rest] = nodes;
  const last = rest.pop() ?? first;
  return {
    from: first,
    to: last,
    ports,
    through: rest,
    entryPorts: ports,
    conditions: [],
    evidence: [],
    isForEveryone: false,
  };
}

const shown = (paths: readonly Path[]) =>
  paths.map(({ from, through, to, ports }) => {
    const ends = [from, ...through, to].map(({ name }) => name).join(" > ");
    return `${ends} ${ports.map((range) => `${range.from}-${range.to}`).join(",")}`;
  });

describe("Changed paths", () => {
  test.each<readonly [string, readonly Path[], readonly Path[], readonly string[], readonly string[]]>([
    ["none", [path("a > b", 80)], [path("a > b", 80)], [], []],
    ["a new one", [], [path("a > b", 80)], ["a > b 80-80"], []],
    ["one that is gone", [path("a > b", 80)], [], [], ["a > b 80-80"]],
    ["the other direction", [path("a > b", 80)], [path("b > a", 80)], ["b > a 80-80"], ["a > b 80-80"]],
    ["more ports", [path("a > b", 80)], [path("a > b", 79, 90)], ["a > b 79-79,81-90"], []],
    [
      "ports of several paths together",
      [path("a > b", 1, 5), path("a > b", 6, 9)],
      [path("a > b", 1, 10)],
      ["a > b 10-10"],
      [],
    ],
    ["each port once", [], [path("a > b", 1, 5), path("a > b", 3, 7)], ["a > b 1-5", "a > b 6-7"], []],
    ["another way", [path("a > b", 80)], [path("a > x > b", 80)], ["a > x > b 80-80"], ["a > b 80-80"]],
  ])("are %s", (_what, before, after, opened, closed) => {
    const changes = comparePaths({ paths: before }, { paths: after });
    expect([shown(changes.opened), shown(changes.closed)]).toEqual([opened, closed]);
  });
});
