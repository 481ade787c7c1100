import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, booleanOf, isOpen, isUnset, itemsOf, numberOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { type Block, parseBlock } from "./block";
import { identityOf, resourceOf } from "./identity";
import { type SecurityGroup } from "./network";
import { allPorts, lastPort, type PortRange } from "./ports";
import { PrefixLists } from "./prefix-lists";
import { type SecurityGroups } from "./security-groups";

export type Direction = "incoming" | "outgoing";

/** What a rule lets in from, or out to. */
export type Peer =
  | { readonly kind: "group"; readonly group: SecurityGroup }
  | { readonly kind: "block"; readonly block: Block; readonly text: string }
  | { readonly kind: "prefix-list"; readonly key: string; readonly text: string }
  | { readonly kind: "untold"; readonly text: string };

/** A rule of a security group about one peer. */
export interface SecurityRule {
  /** The rule's own resource, or the group where it stands inline. */
  readonly resource?: Resource;
  readonly group: SecurityGroup;
  readonly direction: Direction;
  readonly ports: readonly PortRange[];
  readonly peer: Peer;
  readonly description: string;
  /** What the files do not tell of it. */
  readonly untold?: string;
}

/** What rules refer to. */
interface Sources {
  readonly groups: SecurityGroups;
  readonly prefixLists: PrefixLists;
}

/** Every rule of the environment: rule resources of both kinds, and inline blocks. ICMP is left out. */
export function readSecurityRules(
  environment: EnvironmentFiles,
  groups: SecurityGroups,
): readonly SecurityRule[] {
  const sources = { groups, prefixLists: new PrefixLists(environment) };
  const standalone = environment
    .all(
      "aws_vpc_security_group_ingress_rule",
      "aws_vpc_security_group_egress_rule",
      "aws_security_group_rule",
    )
    .flatMap((resource) => {
      const [group] = groups.of(resource.values["security_group_id"]);
      return group ? rulesOf(resource, group, directionOf(resource), resource.values, sources) : [];
    });
  const inline = environment
    .all("aws_security_group", "aws_default_security_group")
    .flatMap((resource) => inlineRules(resource, sources));
  return [...standalone, ...inline].filter(({ ports }) => ports.length > 0);
}

/** What AWS lets a default group do until a resource takes it over. */
export function defaultRules(group: SecurityGroup): readonly SecurityRule[] {
  const rule = { group, ports: allPorts, description: "as AWS makes every default group" };
  const everyone = ["0.0.0.0/0", "::/0"].map(
    (text) => ({ ...rule, direction: "outgoing", peer: blockPeer(text) }) as const,
  );
  return [{ ...rule, direction: "incoming", peer: { kind: "group", group } }, ...everyone];
}

const directions: Readonly<Record<string, Direction>> = { ingress: "incoming", egress: "outgoing" };

function directionOf({ type, values }: Resource): Direction {
  const isEgress = type === "aws_vpc_security_group_egress_rule" || values["type"] === "egress";
  return isEgress ? "outgoing" : "incoming";
}

function inlineRules(resource: Resource, sources: Sources): readonly SecurityRule[] {
  const group =
    resource.type === "aws_security_group"
      ? { key: resource.place, name: resource.place, resource, isTold: true }
      : sources.groups.defaultOf(identityOf(resource.values["vpc_id"] ?? "the default VPC"));
  return Object.entries(directions).flatMap(([attribute, direction]) => {
    const written = resource.values[attribute];
    if (isOpen(written)) {
      const text = showValue(written);
      const peer: Peer = { kind: "untold", text };
      return [{ resource, group, direction, ports: allPorts, peer, description: "", untold: text }];
    }
    return blocksOf(resource.values, attribute).flatMap((rule) =>
      rulesOf(resource, group, direction, rule, sources),
    );
  });
}

function rulesOf(
  resource: Resource,
  group: SecurityGroup,
  direction: Direction,
  values: ValueMap,
  sources: Sources,
): readonly SecurityRule[] {
  const { ports, untold } = portsOf(values);
  const description = typeof values["description"] === "string" ? values["description"] : "";
  return peersOf(values, group, sources).map((peer) => ({
    resource,
    group,
    direction,
    ports,
    peer,
    description,
    ...(untold !== undefined && { untold }),
  }));
}

const protocols: Readonly<Record<string, readonly PortRange["protocol"][]>> = {
  "-1": ["tcp", "udp"],
  all: ["tcp", "udp"],
  tcp: ["tcp"],
  "6": ["tcp"],
  udp: ["udp"],
  "17": ["udp"],
};

function portsOf(values: ValueMap): { readonly ports: readonly PortRange[]; readonly untold?: string } {
  const written = values["ip_protocol"] ?? values["protocol"];
  const ends = [values["from_port"], values["to_port"]];
  const open = [written, ...ends].find(isOpen);
  if (open !== undefined) return { ports: allPorts, untold: showValue(open) };
  const protocol = String(written).toLowerCase();
  const [from, to] = protocol === "-1" || protocol === "all" ? [] : ends.map(numberOf);
  return {
    ports: (protocols[protocol] ?? []).map((one) => ({
      protocol: one,
      from: from ?? 0,
      to: to ?? from ?? lastPort,
    })),
  };
}

/** Attributes of all forms of a rule that name peers. */
const blockAttributes = ["cidr_ipv4", "cidr_ipv6", "cidr_blocks", "ipv6_cidr_blocks"];
const prefixListAttributes = ["prefix_list_id", "prefix_list_ids"];
const groupAttributes = ["referenced_security_group_id", "source_security_group_id", "security_groups"];

function peersOf(values: ValueMap, own: SecurityGroup, sources: Sources): readonly Peer[] {
  const from = (attributes: readonly string[]) =>
    attributes.flatMap((name) => itemsOf(values[name]).filter((item) => !isUnset(item)));
  return [
    ...from(blockAttributes).flatMap(blockPeers),
    ...from(prefixListAttributes).flatMap((value) => prefixListPeers(value, sources)),
    ...sources.groups.of(from(groupAttributes)).map((group): Peer => ({ kind: "group", group })),
    ...(booleanOf(values["self"]) === true ? [{ kind: "group", group: own } as const] : []),
  ];
}

/** A block that is written, or those of the VPC that it refers to. */
function blockPeers(value: Value): readonly Peer[] {
  if (typeof value === "string") return [blockPeer(value)];
  const resource = resourceOf(value);
  const referred = resource?.mode === "managed" ? resource.values["cidr_block"] : undefined;
  return [typeof referred === "string" ? blockPeer(referred) : { kind: "untold", text: showValue(value) }];
}

function blockPeer(text: string): Peer {
  const block = parseBlock(text);
  return block ? { kind: "block", block, text } : { kind: "untold", text };
}

/** A list of the account's own is the blocks in it; those of AWS are known by name. What others list, the files do not tell. */
function prefixListPeers(value: Value, { prefixLists }: Sources): readonly Peer[] {
  const resource = resourceOf(value);
  const text = showValue(value);
  if (resource?.mode === "managed") {
    if (resource.type === "aws_vpc_endpoint") return [{ kind: "prefix-list", key: identityOf(value), text }];
    return prefixLists.entriesOf(resource)?.flatMap(blockPeers) ?? [{ kind: "untold", text }];
  }
  if (!resource) return [{ kind: "untold", text }];
  // `com.amazonaws.eu-west-1.s3`, where a data source names it.
  const { name } = resource.values;
  if (typeof name === "string" && name.startsWith(namesOfAws)) {
    return [{ kind: "prefix-list", key: name, text: `prefix-list.${name}` }];
  }
  const isOfAws = resource.type === "aws_prefix_list" || showValue(name).includes(namesOfAws);
  return [isOfAws ? { kind: "prefix-list", key: identityOf(value), text } : { kind: "untold", text }];
}

const namesOfAws = "com.amazonaws.";
