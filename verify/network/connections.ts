import { type Acls } from "./acls";
import { type Block, contains, isEverything } from "./block";
import {
  type Connection,
  type Evidence,
  type Forward,
  isOutside,
  type NetworkNode,
  type SecurityGroup,
} from "./network";
import { type NodeIndex } from "./node-index";
import { type Family, type Passage, passage } from "./passage";
import { allPorts, formatPorts, intersectPorts, type PortRange, subtractPorts } from "./ports";
import { type Routes } from "./routes";
import { type RuleIndex } from "./rule-index";
import { type Direction, type SecurityRule } from "./security-rule";

/** What one end's security groups say to a connection. */
export interface Half {
  readonly ports: readonly PortRange[];
  /** The rule that allows it; absent outside, and where the files do not tell. */
  readonly rule?: SecurityRule;
  readonly evidence: readonly Evidence[];
  readonly untold: readonly string[];
}

/** What it takes to tell which connections are open. */
export interface Ground {
  readonly nodes: readonly NetworkNode[];
  readonly index: NodeIndex;
  readonly rules: RuleIndex;
  readonly routes: Routes;
  readonly acls: Acls;
  readonly forwards: readonly Forward[];
}

/** Tells which connections both ends' groups, addresses, route tables and network ACLs allow. */
export class Connections {
  private readonly passages = new Map<string, Passage>();
  private readonly targets = new Map<NetworkNode, Set<NetworkNode>>();

  constructor(private readonly ground: Ground) {
    for (const { balancer, target } of ground.forwards) {
      this.targets.set(balancer, (this.targets.get(balancer) ?? new Set()).add(target));
    }
  }

  all(): readonly Connection[] {
    return this.ground.nodes
      .filter(({ sends }) => sends)
      .flatMap((from) => this.receiversOf(from).flatMap((to) => this.between(from, to)));
  }

  /** Open connections; a balancer may show the receiver the address of its client. */
  between(from: NetworkNode, to: NetworkNode, seenAs = from): readonly Connection[] {
    const incoming = this.half("incoming", to, seenAs);
    if (incoming.length === 0) return [];
    const found = this.half("outgoing", from, to).flatMap((out) =>
      incoming.flatMap((into) => this.connect(from, to, out, into)),
    );
    return withoutCovered(found);
  }

  /** What the groups of a node say to a connection with another. */
  half(direction: Direction, node: NetworkNode, other: NetworkNode): readonly Half[] {
    if (isOutside(node)) return [{ ports: allPorts, evidence: [], untold: [] }];
    if (node.securityGroups.length === 0) {
      const step = direction;
      const evidence: Evidence = {
        step,
        ...(node.resource && { resource: node.resource }),
        text: "has no security groups",
      };
      return [{ ports: allPorts, evidence: [evidence], untold: [] }];
    }
    const { rules, index } = this.ground;
    const told = node.securityGroups.flatMap((group) =>
      rules.about(other, group, direction, index).map((rule) => toHalf(rule, other, group)),
    );
    const untold = node.securityGroups.filter(({ isTold }) => !isTold).map(({ name }) => name);
    return untold.length === 0 ? told : [...told, { ports: allPorts, evidence: [], untold }];
  }

  /** Whether packets find their way. */
  passage(from: NetworkNode, to: NetworkNode, family: Family): Passage {
    const key = `${from.name} ${to.name} ${family}`;
    const known = this.passages.get(key) ?? passage(from, to, family, this.ground.routes);
    this.passages.set(key, known);
    return known;
  }

  /** The network ACLs that refuse some ports. */
  aclObstacles(from: NetworkNode, to: NetworkNode, ports: readonly PortRange[]): readonly Evidence[] {
    const answer = this.ground.acls.between(from, to, ports, 4);
    return answer.ports.length > 0 ? [] : answer.evidence;
  }

  private receiversOf(from: NetworkNode): readonly NetworkNode[] {
    const { nodes, rules, index } = this.ground;
    if (from.kind === "balancer") return [...(this.targets.get(from) ?? [])];
    if (isOutside(from)) return nodes.filter((node) => !isOutside(node));
    if (from.securityGroups.some(({ isTold }) => !isTold)) return nodes.filter((node) => node !== from);
    const peers = from.securityGroups.flatMap((group) => rules.of(group, "outgoing").map(({ peer }) => peer));
    return [...new Set(peers.flatMap((peer) => [...index.of(peer)]))];
  }

  private connect(from: NetworkNode, to: NetworkNode, out: Half, into: Half): readonly Connection[] {
    const allowed = intersectPorts(out.ports, into.ports);
    const families = [out, into].flatMap(({ rule }) =>
      rule?.peer.kind === "block" ? [rule.peer.block.family] : [],
    );
    const [family = 4, other = family] = families;
    if (allowed.length === 0 || family !== other) return [];
    // What is open to the whole internet is told of the node for the internet.
    if (from.kind === "prefix-list" && into.rule?.peer.kind !== "prefix-list") return [];
    const way = this.passage(from, to, family);
    if (!way.isOpen) return [];
    const { ports, evidence, untold } = this.ground.acls.between(from, to, allowed, family);
    if (ports.length === 0) return [];
    const undecided = [...new Set([...out.untold, ...way.untold, ...untold, ...into.untold])];
    if (from === to && undecided.length > 0) return [];
    return [
      {
        from,
        to,
        ports,
        evidence: [...out.evidence, ...way.evidence, ...evidence, ...into.evidence],
        ...(undecided.length > 0 && { undecided }),
        isForEveryone: into.rule ? isForEveryone(into.rule) : !isOutside(to) && into.untold.length === 0,
      },
    ];
  }
}

function isForEveryone({ peer }: SecurityRule): boolean {
  return peer.kind === "block" && isEverything(peer.block);
}

function toHalf(rule: SecurityRule, other: NetworkNode, group: SecurityGroup): Half {
  const { peer } = rule;
  const isUnplaced = peer.kind === "block" && !isEverything(peer.block) && !isSurelyIn(other, peer.block);
  const untold = [
    rule.untold,
    peer.kind === "untold" ? peer.text : undefined,
    isUnplaced ? `the addresses of ${other.name}` : undefined,
    rule.group.key === group.key ? undefined : rule.group.name,
    ...(peer.kind === "group" ? untoldGroups(peer.group, other) : []),
  ].filter((text) => text !== undefined);
  return { rule, ports: rule.ports, evidence: [tellRule(rule)], untold };
}

function isSurelyIn(node: NetworkNode, block: Block): boolean {
  return isOutside(node) || !node.isSomewhere || node.blocks.some((one) => contains(block, one));
}

/** What decides whether a rule's group is one of a node's: expressions that may name the same group. */
function untoldGroups(group: SecurityGroup, { securityGroups }: NetworkNode): readonly string[] {
  if (securityGroups.some(({ key }) => key === group.key)) return [];
  if (!group.isTold) return [group.name];
  return securityGroups.filter(({ isTold }) => !isTold).map(({ name }) => name);
}

/** One sentence about a rule, after its address. */
function tellRule({ resource, direction, ports, peer, description }: SecurityRule): Evidence {
  const verb = direction === "incoming" ? "lets in" : "lets out";
  const preposition = direction === "incoming" ? "from" : "to";
  const reason = description === "" ? "" : `: ${description}`;
  const text = `${verb} ${formatPorts(ports)} ${preposition} ${peerName(peer)}${reason}`;
  return { step: direction, text, ...(resource && { resource }) };
}

function peerName(peer: SecurityRule["peer"]): string {
  if (peer.kind === "group") return peer.group.name;
  return peer.kind === "block" && isEverything(peer.block) ? `everyone (${peer.text})` : peer.text;
}

/** Leaves out what others of the same ends cover, decided ones first. */
function withoutCovered(connections: readonly Connection[]): readonly Connection[] {
  const sorted = [...connections].sort((one, other) => rank(one) - rank(other));
  const kept: Connection[] = [];
  for (const connection of sorted) {
    const covered = kept.flatMap(({ ports }) => ports);
    if (subtractPorts(connection.ports, covered).length > 0) kept.push(connection);
  }
  return kept;
}

function rank({ undecided, isForEveryone: everyone }: Connection): number {
  return (undecided ? 2 : 0) + (everyone ? 1 : 0);
}
