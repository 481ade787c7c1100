import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { fieldsOf } from "../values/fields-of";
import { booleanOf, isOpen, isUnset, itemsOf, numberOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { type Block, contains, overlaps, parseBlock } from "./block";
import { identityOf, resourceOf } from "./identity";
import { type Evidence, isOutside, type NetworkNode } from "./network";
import { type Family } from "./passage";
import { allPorts, formatPorts, intersectPorts, lastPort, type PortRange, subtractPorts } from "./ports";

interface Entry {
  readonly resource: Resource;
  readonly isEgress: boolean;
  readonly number: number;
  /** Absent where the files do not tell. */
  readonly isAllowed?: boolean;
  readonly block: Block;
  readonly ports: readonly PortRange[];
  /** What the files do not tell of it. */
  readonly untold?: string;
}

interface Acl {
  readonly resource: Resource;
  readonly entries: Entry[];
}

/** What network ACLs leave of a connection. */
export interface AclAnswer {
  readonly ports: readonly PortRange[];
  readonly evidence: readonly Evidence[];
  /** Expressions that decide whether all of these ports are left. */
  readonly untold: readonly string[];
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
    if (this.byPlace.size === 0) return { ports, evidence: [], untold: [] };
    const answers = endsOf(from, family).flatMap((sender) =>
      endsOf(to, family).map((receiver) => this.betweenEnds(sender, receiver, ports)),
    );
    const open = answers.filter((answer) => answer.ports.length > 0);
    const [first] = open;
    if (!first) return answers[0] ?? { ports, evidence: [], untold: [] };
    const all = open.reduce<PortRange[]>((sum, one) => [...sum, ...subtractPorts(one.ports, sum)], []);
    const decided = open.filter(({ untold }) => untold.length === 0).flatMap((one) => one.ports);
    const isDecided = subtractPorts(all, decided).length === 0;
    const untold = isDecided ? [] : [...new Set(open.flatMap((one) => one.untold))];
    return { ports: all, evidence: first.evidence, untold };
  }

  private betweenEnds(from: End, to: End, ports: readonly PortRange[]): AclAnswer {
    if (from.subnet && from.subnet === to.subnet) return { ports, evidence: [], untold: [] };
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
    const untold: string[] = [];
    const evidence = new Map<string, Evidence>();
    for (const { end, other, isEgress, isBack } of crossings) {
      const acl = end.subnet && this.of(end.subnet);
      if (!acl) continue;
      const asked = isBack ? answers : open;
      const entries = acl.entries.filter(
        (entry) => entry.isEgress === isEgress && overlaps(entry.block, other.block),
      );
      const passed = passing(entries, other.block, asked, "hope");
      const surely = passing(entries, other.block, asked, "fear");
      if (subtractPorts(passed, surely).length > 0 && (!isBack || surely.length === 0)) {
        untold.push(...entries.flatMap((entry) => entry.untold ?? []));
      }
      const direction = isEgress ? "out" : "in";
      if (passed.length === 0) {
        const what = isBack ? "answers" : formatPorts(asked);
        const text = `does not let ${what} ${direction} at ${end.name}`;
        return { ports: [], evidence: [{ step: "acl", resource: acl.resource, text }], untold: [] };
      }
      evidence.set(acl.resource.place, {
        step: "acl",
        resource: acl.resource,
        text: "lets it and its answers pass",
      });
      if (!isBack) open = passed;
    }
    return { ports: open, evidence: [...evidence.values()], untold };
  }

  private of(subnet: Resource): Acl | undefined {
    return this.bySubnet.get(subnet.place) ?? this.byVpc.get(keyOf(subnet.values["vpc_id"]));
  }

  private readAcl(resource: Resource): void {
    const { values, type, place } = resource;
    const entries = ["ingress", "egress"].flatMap((attribute) =>
      itemsOf(values[attribute]).flatMap((entry) =>
        isOpen(entry)
          ? unknownEntries(resource, attribute === "egress", entry)
          : entriesOf(
              resource,
              attribute === "egress",
              fieldsOf(entry),
              fieldsOf(entry)["rule_no"],
              fieldsOf(entry)["action"],
            ),
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
      const block = typeof text === "string" ? parseBlock(text) : everythingAt(attribute, text);
      return block?.family === family ? [{ name: node.name, subnet, block }] : [];
    }),
  );
}

const everything = ["0.0.0.0/0", "::/0"].flatMap((text) => parseBlock(text) ?? []);

/** Every address that an unknown block of an attribute may have. */
function everythingAt(attribute: string, value: Value | undefined): Block | undefined {
  const family = attribute === "cidr_block" ? 4 : 6;
  return isOpen(value) ? everything.find((block) => block.family === family) : undefined;
}

/**
 * Ports that entries, the lowest number first, let through for at least some addresses of a block. Of what the files do not tell, hope
 * takes that it allows, fear that it denies.
 */
function passing(
  entries: readonly Entry[],
  block: Block,
  asked: readonly PortRange[],
  view: "hope" | "fear",
): readonly PortRange[] {
  let left = asked;
  const open: PortRange[] = [];
  for (const { isAllowed, untold, ports, block: own } of entries) {
    const isSure = untold === undefined;
    if (isSure ? isAllowed : view === "hope" && isAllowed !== false)
      open.push(...intersectPorts(left, ports));
    // An entry for a part of the addresses decides nothing for the others.
    const decides = isSure ? contains(own, block) : view === "fear" && isAllowed !== true;
    if (decides) left = subtractPorts(left, ports);
  }
  return open;
}

function unknownEntries(resource: Resource, isEgress: boolean, value: Value): readonly Entry[] {
  const entry = { resource, isEgress, number: 0, ports: allPorts, untold: showValue(value) };
  return everything.map((block) => ({ ...entry, block }));
}

function entriesOf(
  resource: Resource,
  isEgress: boolean,
  values: ValueMap,
  number: Value | undefined,
  action: Value | undefined,
): readonly Entry[] {
  const portValues = [values["protocol"], values["from_port"], values["to_port"]];
  const [unknown] = [action, number, ...portValues].filter(isOpen);
  const protocol = String(values["protocol"]).toLowerCase();
  const isAll = protocol === "-1" || protocol === "all";
  const protocols = (["tcp", "udp"] as const).filter(
    (one) => isAll || protocol === one || protocol === (one === "tcp" ? "6" : "17"),
  );
  const from = isAll ? 0 : (numberOf(values["from_port"]) ?? 0);
  const to = isAll ? lastPort : (numberOf(values["to_port"]) ?? lastPort);
  const ports = portValues.some(isOpen) ? allPorts : protocols.map((one) => ({ protocol: one, from, to }));
  return ["cidr_block", "ipv6_cidr_block"].flatMap((attribute) => {
    const text = values[attribute];
    const block = typeof text === "string" ? parseBlock(text) : everythingAt(attribute, text);
    const open = unknown ?? (isOpen(text) ? text : undefined);
    const isAllowed = isOpen(action) ? undefined : String(action).toLowerCase() === "allow";
    const entry = { resource, isEgress, number: numberOf(number) ?? 0, ports };
    return block
      ? [
          {
            ...entry,
            block,
            ...(isAllowed !== undefined && { isAllowed }),
            ...(open && { untold: showValue(open) }),
          },
        ]
      : [];
  });
}

function keyOf(value: Value | undefined): string {
  return isUnset(value) ? "" : identityOf(value);
}
