import { type EnvironmentFiles } from "../estate/estate";
import { type Block, contains, isEverything, isPrivate, parseBlock } from "./block";
import { type NetworkNode } from "./network";
import { type NetworkRoute } from "./routes";
import { type SecurityRule } from "./security-rule";

const everywhere = ["0.0.0.0/0", "::/0"].flatMap((text) => parseBlock(text) ?? []);

const privateNetworks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap(
  (text) => parseBlock(text) ?? [],
);

/** The internet, and addresses outside the VPC that rules name. */
export function readOutside(
  environment: EnvironmentFiles,
  rules: readonly SecurityRule[],
  /** Keys of the groups of what is inside. */
  known: ReadonlySet<string>,
  routes: readonly NetworkRoute[],
): readonly NetworkNode[] {
  const inside = environment.all("aws_vpc", "aws_vpc_ipv4_cidr_block_association").flatMap(({ values }) => {
    const block = values["cidr_block"];
    return typeof block === "string" ? (parseBlock(block) ?? []) : [];
  });
  const nodes = new Map<string, NetworkNode>();
  const names = new Map<string, string>();
  const internet = outside("internet", { publicAddress: true, hasIpv6: true, blocks: everywhere });
  nodes.set(internet.name, { ...internet, kind: "internet" });
  for (const endpoint of environment.all("aws_vpc_endpoint")) {
    if (endpoint.values["vpc_endpoint_type"] === "Interface") continue;
    const service = String(endpoint.values["service_name"]).replace(/^com\.amazonaws\.[^.]+\./, "");
    const node = outside(`endpoint.${service}`, { publicAddress: true, resource: endpoint });
    nodes.set(endpoint.place, { ...node, kind: "prefix-list" });
    names.set(String(endpoint.values["service_name"]), endpoint.place);
  }
  for (const { way, destination, to, resource } of routes) {
    if (way !== "another network" || !destination || destination.family !== 4) continue;
    // Networks that a default route leads to have private addresses, too.
    const isOne = isPrivate(destination);
    const name = isOne ? to : `networks behind ${resource.place}`;
    if (isWithin(inside, destination)) continue;
    nodes.set(name, outside(name, { blocks: isOne ? [destination] : privateNetworks }));
  }
  for (const { peer } of rules) {
    if (peer.kind === "block" && !isEverything(peer.block) && !isWithin(inside, peer.block)) {
      const publicAddress = !isPrivate(peer.block);
      nodes.set(peer.text, outside(peer.text, { publicAddress, blocks: [peer.block] }));
    }
    if (peer.kind === "prefix-list" && !nodes.has(names.get(peer.key) ?? peer.key)) {
      nodes.set(peer.key, { ...outside(peer.text, { publicAddress: true }), kind: "prefix-list" });
    }
    if (peer.kind === "untold") {
      nodes.set(peer.text, { ...outside(peer.text, { untold: [peer.text] }), kind: "untold" });
    }
    if (peer.kind === "group" && !peer.group.isTold && !known.has(peer.group.key)) {
      const node = outside(peer.group.name, { untold: [peer.group.name], securityGroups: [peer.group] });
      nodes.set(peer.group.key, { ...node, kind: "untold" });
    }
  }
  return [...nodes.values()];
}

function isWithin(outers: readonly Block[], inner: Block): boolean {
  return outers.some((outer) => contains(outer, inner));
}

function outside(name: string, known: Partial<NetworkNode>): NetworkNode {
  return {
    name,
    kind: "block",
    subnets: [],
    zones: [],
    securityGroups: [],
    publicAddress: false,
    hasIpv6: true,
    blocks: [],
    untold: [],
    sends: true,
    ...known,
  };
}
