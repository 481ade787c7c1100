import { type Resource } from "../estate/resource";
import { type Block, isPrivate, overlaps } from "./block";
import { resourceOf } from "./identity";
import { type Evidence, isInternet, isOutside, type NetworkNode } from "./network";
import { type NetworkRoute, type Routes, type Way } from "./routes";

/** Whether packets find their way between two nodes, whatever the security groups say. */
export interface Passage {
  readonly isOpen: boolean;
  /** Why it is open, or what is missing. */
  readonly evidence: readonly Evidence[];
  /** What the files do not tell of it. */
  readonly untold: readonly string[];
}

export type Family = Block["family"];

/** The way between two nodes by addresses and route tables. */
export function passage(from: NetworkNode, to: NetworkNode, family: Family, routes: Routes): Passage {
  if (!isOutside(from) && !isOutside(to)) return insidePassage(from, to, routes);
  return isOutside(from) ? passageIn(from, to, family, routes) : passageOut(from, to, family, routes);
}

function insidePassage(from: NetworkNode, to: NetworkNode, routes: Routes): Passage {
  if (from.vpc === undefined || to.vpc === undefined) {
    // Rules that name groups of each other hold inside one VPC only.
    return open([], []);
  }
  if (from.vpc === to.vpc) return open([{ step: "route", text: "both are in one VPC" }]);
  // Two expressions that differ may still name one VPC.
  const untold = [from.vpc, to.vpc].filter((vpc) => !routes.vpcs.has(vpc));
  if (untold.length > 0) return open([], untold);
  const blocks = to.blocks.length > 0 ? to.blocks : publicBlocks;
  const found = routeTo(from, blocks, ["another network"], routes);
  return found
    ? open(
        [tellRoute(found)],
        [...(to.blocks.length > 0 ? [] : [`the addresses of ${to.name}`]), ...untoldOf(found)],
      )
    : closed("route", `no route leads from ${from.vpc} to ${to.vpc}`, from);
}

function passageIn(from: NetworkNode, to: NetworkNode, family: Family, routes: Routes): Passage {
  if (from.kind === "untold") return open([], from.untold);
  if (!isInternet(from) && from.kind !== "prefix-list") {
    return passageBetween(
      to,
      from.blocks,
      ["another network"],
      routes,
      `no route of its subnets leads back to ${from.name}`,
    );
  }
  const missing = addressProblem(to, family);
  if (missing !== undefined) return closed("address", missing, to);
  const back = from.kind === "prefix-list" ? publicBlocks : from.blocks;
  const blocks = back.filter((block) => block.family === family);
  const text = "no route of its subnets leads to an internet gateway";
  const direct = passageBetween(to, blocks, ["internet gateway"], routes, text);
  // A firewall or another appliance may stand between.
  const behind = direct.isOpen ? direct : passageBetween(to, blocks, ["another network"], routes, text);
  const found = behind.isOpen ? behind : direct;
  const reached: Evidence = {
    step: "address",
    ...(to.resource && { resource: to.resource }),
    text: family === 6 ? "has an IPv6 address" : "has a public address",
  };
  const address = family === 6 ? to.hasIpv6 : to.publicAddress;
  const untold = typeof address === "string" ? [address] : [];
  return found.isOpen
    ? { ...found, evidence: [reached, ...found.evidence], untold: [...found.untold, ...untold] }
    : found;
}

function addressProblem({ publicAddress, hasIpv6 }: NetworkNode, family: Family): string | undefined {
  if (family === 6) return hasIpv6 !== false ? undefined : "has no IPv6 address that the internet reaches";
  return publicAddress === false ? "has no public address" : undefined;
}

function passageOut(from: NetworkNode, to: NetworkNode, family: Family, routes: Routes): Passage {
  if (to.kind === "untold") return open([], to.untold);
  if (to.kind === "prefix-list" && to.resource) {
    const endpoint = to.resource;
    if (from.subnets.some((subnet) => routes.hasEndpoint(subnet, endpoint))) {
      return open([{ step: "route", resource: endpoint, text: "is in the route table of its subnets" }]);
    }
  }
  if (!isInternet(to) && to.kind !== "prefix-list") {
    const missing = `no route of its subnets leads to ${to.name}`;
    return passageBetween(from, to.blocks, ["another network"], routes, missing);
  }
  const blocks = (to.kind === "prefix-list" ? publicBlocks : to.blocks).filter(
    (block) => block.family === family,
  );
  const direct: Way[] = family === 6 || from.publicAddress !== false ? ["internet gateway"] : [];
  const ways: readonly Way[] = [
    ...direct,
    family === 6 ? "egress-only gateway" : "NAT gateway",
    "another network",
  ];
  const missing = "no route of its subnets leads to the internet";
  return passageBetween(from, blocks, ways, routes, missing);
}

const publicBlocks: readonly Block[] = [
  { family: 4, first: 0n, prefix: 0 },
  { family: 6, first: 0n, prefix: 0 },
];

/** The first route of a node's subnets to some addresses. Without subnets in the files, nobody knows. */
function passageBetween(
  node: NetworkNode,
  blocks: readonly Block[],
  ways: readonly Way[],
  routes: Routes,
  missing: string,
): Passage {
  const found = routeTo(node, blocks, ways, routes);
  if (found) {
    const isElsewhere = found.way === "another network" && blocks.some((block) => !isPrivate(block));
    return open(
      [tellRoute(found)],
      [...(isElsewhere ? [`what is behind ${found.resource.place}`] : []), ...untoldOf(found)],
    );
  }
  const untold = [...node.untold, ...node.subnets.flatMap((subnet) => routes.untoldOf(subnet))];
  return untold.length > 0 ? open([], untold) : closed("route", missing, node);
}

function untoldOf({ destination, to, untold }: NetworkRoute): readonly string[] {
  return [...(destination ? [] : [to]), ...(untold === undefined ? [] : [untold])];
}

function routeTo(
  node: NetworkNode,
  blocks: readonly Block[],
  ways: readonly Way[],
  routes: Routes,
): NetworkRoute | undefined {
  const found = node.subnets
    .flatMap((subnet) => routes.allOf(subnet))
    .filter(
      ({ destination, way, target }) =>
        ways.includes(way) &&
        (destination === undefined || blocks.some((block) => overlaps(destination, block))) &&
        (way !== "NAT gateway" || leadsOut(resourceOf(target), routes)),
    );
  return found.find(({ destination, untold }) => destination && untold === undefined) ?? found[0];
}

/**
 * Whether a NAT gateway is of use: it must stand where a route leads to an internet gateway.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
function leadsOut(gateway: Resource | undefined, routes: Routes): boolean {
  if (gateway?.mode !== "managed") return true;
  if (gateway.values["connectivity_type"] === "private") return false;
  const subnet = resourceOf(gateway.values["subnet_id"]);
  return subnet?.mode !== "managed" || routes.of(subnet).some(({ way }) => way === "internet gateway");
}

const wayNames: Readonly<Record<Way, string>> = {
  "internet gateway": "an internet gateway",
  "NAT gateway": "a NAT gateway",
  "egress-only gateway": "an egress-only gateway",
  "another network": "another network",
};

function tellRoute({ resource, to, way }: NetworkRoute): Evidence {
  return { step: "route", resource, text: `leads ${to} to ${wayNames[way]}` };
}

function open(evidence: readonly Evidence[], untold: readonly string[] = []): Passage {
  return { isOpen: true, evidence, untold };
}

function closed(step: Evidence["step"], text: string, { resource }: NetworkNode): Passage {
  return { isOpen: false, evidence: [{ step, text, ...(resource && { resource }) }], untold: [] };
}
