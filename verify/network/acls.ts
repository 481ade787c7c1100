import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, booleanOf, isUnset, itemsOf, numberOf } from "../values/plain-values";
import { type Value, type ValueMap } from "../values/value";
import { type Block, contains, overlaps, parseBlock } from "./block";
import { identityOf, resourceOf } from "./identity";
import { type Evidence, isOutside, type NetworkNode } from "./network";
import { type Family } from "./passage";
import { formatPorts, intersectPorts, lastPort, type PortRange, subtractPorts } from "./ports";

interface Entry {
  readonly resource: Resource;
  readonly isEgress: boolean;
  readonly number: number;
  readonly isAllowed: boolean;
  readonly block: Block;
  readonly ports: readonly PortRange[];
}

interface Acl {
  readonly resource: Resource;
  readonly entries: Entry[];
}

/** What network ACLs leave of a connection. */
export interface AclAnswer {
  readonly ports: readonly PortRange[];
  readonly evidence: readonly Evidence[];
}

/**
 * Network ACLs of subnets. Where none is written, AWS's default one lets everything pass. They know no connections: answers need a way
 * back to the sender's high ports.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export class Acls {
  private readonly byPlace = new Map<string, Acl>();
  private readonly bySubnet = new Map<string, Acl>();
  /** Default ACLs that are written, by VPC. */
  private readonly byVpc = new Map<string, Acl>();

  constructor(environment: EnvironmentFiles) {
    for (const resource of environment.all("aws_network_acl", "aws_default_network_acl"))
      this.readAcl(resource);
    for (const { values } of environment.all("aws_network_acl_association")) {
      const acl = this.byPlace.get(keyOf(values["network_acl_id"]));
      if (acl && !isUnset(values["subnet_id"])) this.bySubnet.set(keyOf(values["subnet_id"]), acl);
    }
    for (const resource of environment.all("aws_network_acl_rule")) {
      const { values } = resource;
      const acl = this.aclOf(values["network_acl_id"]);
      const isEgress = booleanOf(values["egress"]) ?? false;
      acl?.entries.push(
        ...entriesOf(resource, isEgress, values, values["rule_number"], values["rule_action"]),
      );
    }
    for (const { entries } of this.byPlace.values()) entries.sort((one, other) => one.number - other.number);
  }

  between(from: NetworkNode, to: NetworkNode, ports: readonly PortRange[], family: Family): AclAnswer {
    if (this.byPlace.size === 0) return { ports, evidence: [] };
    const answers = endsOf(from, family).flatMap((sender) =>
      endsOf(to, family).map((receiver) => this.betweenEnds(sender, receiver, ports)),
    );
    const open = answers.filter((answer) => answer.ports.length > 0);
    const [first] = open;
    if (!first) return answers[0] ?? { ports, evidence: [] };
    const all = open.reduce<PortRange[]>((sum, one) => [...sum, ...subtractPorts(one.ports, sum)], []);
    return { ports: all, evidence: first.evidence };
  }

  private betweenEnds(from: End, to: End, ports: readonly PortRange[]): AclAnswer {
    if (from.subnet && from.subnet === to.subnet) return { ports, evidence: [] };
    const answers: readonly PortRange[] = [
      { protocol: "tcp", from: 1024, to: lastPort },
      { protocol: "udp", from: 1024, to: lastPort },
    ];
    const crossings = [
      { end: from, other: to, isEgress: true, isBack: false },
      { end: to, other: from, isEgress: false, isBack: false },
      { end: to, other: from, isEgress: true, isBack: true },
      { end: from, other: to, isEgress: false, isBack: true },
    ];
    let open = ports;
    const evidence = new Map<string, Evidence>();
    for (const { end, other, isEgress, isBack } of crossings) {
      const acl = end.subnet && this.of(end.subnet);
      if (!acl) continue;
      const asked = isBack ? answers : open;
      const passed = passing(
        acl.entries.filter((entry) => entry.isEgress === isEgress),
        other.block,
        asked,
      );
      const direction = isEgress ? "out" : "in";
      if (passed.length === 0) {
        const what = isBack ? "answers" : formatPorts(asked);
        const text = `does not let ${what} ${direction} at ${end.name}`;
        return { ports: [], evidence: [{ step: "acl", resource: acl.resource, text }] };
      }
      evidence.set(acl.resource.place, {
        step: "acl",
        resource: acl.resource,
        text: "lets it and its answers pass",
      });
      if (!isBack) open = passed;
    }
    return { ports: open, evidence: [...evidence.values()] };
  }

  private of(subnet: Resource): Acl | undefined {
    return this.bySubnet.get(subnet.place) ?? this.byVpc.get(keyOf(subnet.values["vpc_id"]));
  }

  private readAcl(resource: Resource): void {
    const { values, type, place } = resource;
    const entries = ["ingress", "egress"].flatMap((attribute) =>
      blocksOf(values, attribute).flatMap((entry) =>
        entriesOf(resource, attribute === "egress", entry, entry["rule_no"], entry["action"]),
      ),
    );
    const acl = { resource, entries };
    this.byPlace.set(place, acl);
    for (const subnet of itemsOf(values["subnet_ids"])) this.bySubnet.set(identityOf(subnet), acl);
    const vpc = resourceOf(values["default_network_acl_id"]);
    if (type === "aws_default_network_acl" && vpc) this.byVpc.set(vpc.place, acl);
  }

  private aclOf(value: Value | undefined): Acl | undefined {
    const resource = resourceOf(value);
    return this.byPlace.get(resource?.place ?? "") ?? this.byVpc.get(resource?.place ?? "");
  }
}

interface End {
  readonly name: string;
  readonly subnet?: Resource;
  readonly block: Block;
}

/** The subnets of a node, each with its block; outside, the blocks alone. */
function endsOf(node: NetworkNode, family: Family): readonly End[] {
  if (isOutside(node)) {
    const blocks = node.blocks.length > 0 ? node.blocks : everything;
    return blocks.filter((block) => block.family === family).map((block) => ({ name: node.name, block }));
  }
  return node.subnets.flatMap((subnet) =>
    ["cidr_block", "ipv6_cidr_block"].flatMap((attribute) => {
      const text = subnet.values[attribute];
      const block = typeof text === "string" ? parseBlock(text) : undefined;
      return block?.family === family ? [{ name: node.name, subnet, block }] : [];
    }),
  );
}

const everything = ["0.0.0.0/0", "::/0"].flatMap((text) => parseBlock(text) ?? []);

/** Ports that entries, the lowest number first, let through for at least some addresses of a block. */
function passing(entries: readonly Entry[], block: Block, asked: readonly PortRange[]): readonly PortRange[] {
  let left = asked;
  const open: PortRange[] = [];
  for (const entry of entries) {
    if (!overlaps(entry.block, block)) continue;
    if (entry.isAllowed) open.push(...intersectPorts(left, entry.ports));
    // An entry for a part of the addresses decides nothing for the others.
    if (contains(entry.block, block)) left = subtractPorts(left, entry.ports);
  }
  return open;
}

function entriesOf(
  resource: Resource,
  isEgress: boolean,
  values: ValueMap,
  number: Value | undefined,
  action: Value | undefined,
): readonly Entry[] {
  const protocol = String(values["protocol"]).toLowerCase();
  const isAll = protocol === "-1" || protocol === "all";
  const protocols = (["tcp", "udp"] as const).filter(
    (one) => isAll || protocol === one || protocol === (one === "tcp" ? "6" : "17"),
  );
  const from = isAll ? 0 : (numberOf(values["from_port"]) ?? 0);
  const to = isAll ? lastPort : (numberOf(values["to_port"]) ?? lastPort);
  const ports = protocols.map((one) => ({ protocol: one, from, to }));
  return [values["cidr_block"], values["ipv6_cidr_block"]].flatMap((text) => {
    const block = typeof text === "string" ? parseBlock(text) : undefined;
    const isAllowed = String(action).toLowerCase() === "allow";
    return block ? [{ resource, isEgress, number: numberOf(number) ?? 0, isAllowed, block, ports }] : [];
  });
}

function keyOf(value: Value | undefined): string {
  return isUnset(value) ? "" : identityOf(value);
}
