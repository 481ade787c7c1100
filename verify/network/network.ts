import { type Resource } from "../estate/resource";
import { type Block } from "./block";
import { type PortRange } from "./ports";

/** Who can reach whom in one environment, as its synthesized files tell. */
export interface Network {
  readonly environment: string;
  readonly nodes: readonly NetworkNode[];
  /** Network connections that are open, and those of which the files do not tell. */
  readonly connections: readonly Connection[];
  /** What balancers pass on, whether or not the groups let it through. */
  readonly forwards: readonly Forward[];
  /** From end to end: over one connection, or through balancers. */
  readonly paths: readonly Path[];
}

/**
 * `internet` is every address outside; `block` one CIDR block outside the VPC; `untold` stands for addresses that the files do not tell;
 * `prefix-list` is a service of AWS by its public addresses, through a gateway endpoint or without one.
 */
export type NodeKind = "internet" | "block" | "untold" | "prefix-list" | InsideKind;

/** What has network interfaces inside a VPC. */
export type InsideKind =
  | "balancer"
  | "service"
  | "database"
  | "cache"
  | "search"
  | "broker"
  | "filesystem"
  | "function"
  | "instance"
  | "build"
  | "endpoint";

export interface NetworkNode {
  /** Unique in the network: `internet`, `10.99.0.0/16`, `service.orders`, `balancer.public`. */
  readonly name: string;
  readonly kind: NodeKind;
  /** What it was read from; absent for addresses outside. */
  readonly resource?: Resource;
  /** Subnets of its interfaces that the files tell. */
  readonly subnets: readonly Resource[];
  /** Availability zones of those subnets, such as `eu-west-1a`. */
  readonly zones: readonly string[];
  readonly securityGroups: readonly SecurityGroup[];
  /** Whether it has, or may get, a public IPv4 address; text: the expression that decides it. */
  readonly publicAddress: boolean | string;
  /** Whether its IPv6 addresses take connections from the internet gateway; text: the expression that decides it. */
  readonly hasIpv6: boolean | string;
  /** Identity of its VPC; absent outside, and where the files do not tell. */
  readonly vpc?: string;
  /** Addresses of its subnets, or its own outside. */
  readonly blocks: readonly Block[];
  /** Whether the files do not tell where in those blocks it is; without blocks, it may be anywhere. */
  readonly isSomewhere?: boolean;
  /** What the files do not tell of where it is, such as `data.aws_subnets.private.ids`. */
  readonly untold: readonly string[];
  /** Whether it can open connections: a database only answers. */
  readonly sends: boolean;
}

export interface SecurityGroup {
  /** Equal for the same group, however it is referred to. */
  readonly key: string;
  /** As findings call it: place, or expression. */
  readonly name: string;
  /** Where its inline rules stand. */
  readonly resource?: Resource;
  /** Whether the files tell all its rules. */
  readonly isTold: boolean;
}

/** Why something is open or closed: a resource with one sentence about it. */
export interface Evidence {
  readonly step: "address" | "outgoing" | "route" | "acl" | "incoming" | "listener";
  readonly resource?: Resource;
  readonly text: string;
}

export interface Connection {
  readonly from: NetworkNode;
  readonly to: NetworkNode;
  readonly ports: readonly PortRange[];
  readonly evidence: readonly Evidence[];
  /** Expressions that decide whether it is open; absent when it is. */
  readonly undecided?: readonly string[];
  /** Whether it is open to the sender as it is to everyone on the internet. */
  readonly isForEveryone: boolean;
}

/** What a balancer passes on: a listener's way to a target. */
export interface Forward {
  readonly balancer: NetworkNode;
  readonly listenerPorts: readonly PortRange[];
  readonly target: NetworkNode;
  readonly targetPorts: readonly PortRange[];
  /** Whether the target sees the client's address rather than the balancer's; text: the expression that decides it. */
  readonly preservesClient: boolean | string;
  /** Such as `host shop.example.com`; empty for the default action. */
  readonly conditions: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Expressions that decide whether it is passed on; absent when it is. */
  readonly untold?: readonly string[];
}

export interface Path {
  readonly from: NetworkNode;
  readonly to: NetworkNode;
  /** Ports of the last end. */
  readonly ports: readonly PortRange[];
  /** Balancers between the ends, in order. */
  readonly through: readonly NetworkNode[];
  /** Ports that the sender connects to; those of the last end where nothing is in between. */
  readonly entryPorts: readonly PortRange[];
  readonly conditions: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly undecided?: readonly string[];
  /** Whether it is open to the sender as it is to everyone on the internet. */
  readonly isForEveryone: boolean;
}

/** Whether a node stands for addresses of the internet, all or some. */
export function isInternet(node: NetworkNode): boolean {
  return node.kind === "internet" || (node.kind === "block" && node.publicAddress === true);
}

/** Whether a node stands for addresses outside the VPC. */
export function isOutside({ kind }: NetworkNode): boolean {
  return kind === "internet" || kind === "block" || kind === "untold" || kind === "prefix-list";
}
