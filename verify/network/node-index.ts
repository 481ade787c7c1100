import { contains, isEverything, isPrivate, overlaps } from "./block";
import { isInternet, isOutside, type NetworkNode } from "./network";
import { type Peer } from "./security-rule";

/** Finds the nodes that a rule's peer stands for, each peer once. */
export class NodeIndex {
  private readonly byGroup = new Map<string, Set<NetworkNode>>();
  private readonly byPrefixList = new Map<string, NetworkNode>();
  private readonly found = new Map<string, ReadonlySet<NetworkNode>>();

  constructor(private readonly nodes: readonly NetworkNode[]) {
    for (const node of nodes) {
      for (const { key } of node.securityGroups) {
        this.byGroup.set(key, (this.byGroup.get(key) ?? new Set()).add(node));
      }
      if (node.kind !== "prefix-list") continue;
      this.byPrefixList.set(node.name, node);
      if (!node.resource) continue;
      this.byPrefixList.set(node.resource.place, node);
      this.byPrefixList.set(String(node.resource.values["service_name"]), node);
    }
  }

  of(peer: Peer): ReadonlySet<NetworkNode> {
    const key = peer.kind === "group" ? peer.group.key : `${peer.kind} ${peer.text}`;
    const known = this.found.get(key) ?? new Set(this.find(peer));
    this.found.set(key, known);
    return known;
  }

  private find(peer: Peer): readonly NetworkNode[] {
    switch (peer.kind) {
      case "group":
        return [...(this.byGroup.get(peer.group.key) ?? [])];
      case "prefix-list":
        return [this.byPrefixList.get(peer.key) ?? this.byPrefixList.get(peer.text)].filter(
          (list) => list !== undefined,
        );
      case "untold":
        // What the files do not tell may be the internet, or anything inside.
        return this.nodes.filter(
          (node) =>
            !isOutside(node) ||
            node.kind === "internet" ||
            (node.kind === "untold" && node.name === peer.text),
        );
      case "block":
        return this.nodes.filter((node) => mayBe(node, peer));
    }
  }
}

/** Whether an address of the node may be in a block that a rule names. */
function mayBe(node: NetworkNode, { block, text }: Extract<Peer, { kind: "block" }>): boolean {
  if (node.kind === "untold") return false;
  if (node.kind === "internet" || node.kind === "prefix-list") return isEverything(block);
  if (isOutside(node)) {
    // What is open to the whole internet is told of the node for the internet.
    const isPart = !isInternet(node) && node.blocks.some((one) => isPrivate(one) && contains(block, one));
    return node.name === text || isPart;
  }
  // Addresses that the files do not tell may be anywhere; the connection is undecided then.
  return node.blocks.length === 0 || node.blocks.some((one) => overlaps(one, block));
}
