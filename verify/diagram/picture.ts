import { type PortRange } from "../network/ports";

/** What a change does to a part of a picture. */
export type Mark = "unchanged" | "added" | "removed" | "changed";

/** An environment as it is drawn, in the words of no drawing language. */
export interface Picture {
  readonly environment: string;
  /** Account and region, as far as the provider tells them. */
  readonly place: readonly string[];
  /** Each after the one that it is in. */
  readonly groups: readonly PictureGroup[];
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Sentences about what is not drawn. */
  readonly notes: readonly string[];
}

export type GroupKind = "account" | "vpc" | Tier;

/** Subnets by what leads out of them: an internet gateway, anything else, nothing; and those that the files do not tell. */
export type Tier = "public" | "private" | "isolated" | "untold";

export interface PictureGroup {
  /** Stays the same as long as the resource does. */
  readonly name: string;
  readonly kind: GroupKind;
  /** Name of the group that it is in. */
  readonly parent?: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly mark: Mark;
}

/** A line of text with a mark of its own: a subnet, a member. */
export interface Line {
  readonly text: string;
  readonly mark: Mark;
}

export type PictureKind =
  | "internet"
  | "outside"
  | "balancer"
  | "service"
  | "compute"
  | "database"
  | "store"
  | "endpoint"
  | "nat"
  | "note";

export interface PictureNode {
  /** As paths and reports call it: `service.orders`. */
  readonly name: string;
  readonly kind: PictureKind;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Name of the group that it is in; absent outside of the account. */
  readonly group?: string;
  /** Places of the resources that it stands for. */
  readonly places: readonly string[];
  /** How many services it stands for; absent for one. */
  readonly members?: number;
  readonly mark: Mark;
}

/** Who reaches what: the internet something, services each other, data, addresses outside. */
export type EdgeKind = "internet" | "internal" | "data" | "outbound";

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Ports of `to`; of a balancer, those of its listeners. */
  readonly ports: readonly PortRange[];
  /** Ports of the listener of the balancer `from` that passes it on. */
  readonly through?: readonly PortRange[];
  /** What the listener asks for: `path is /api/*`. */
  readonly conditions: readonly string[];
  /** What routes lead through: `NAT gateway`. */
  readonly via?: string;
  /** False where the files do not tell whether it is open. */
  readonly isCertain: boolean;
  /** Whether its text stands in the node at its end, as that of many others. */
  readonly isSaidAtEnd?: true;
  readonly mark: Mark;
}
