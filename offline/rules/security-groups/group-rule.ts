import { number, text } from "../../values/reading";
import { type Values } from "../../values/value";

/** Resources that are one rule of a security group. */
export const groupRuleTypes = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
] as const;

const protocolNames: Readonly<Record<string, string>> = {
  "6": "tcp",
  "17": "udp",
  "1": "icmp",
  "58": "icmpv6",
  all: "-1",
};
const peers = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"] as const;

/** Protocol as EC2 keeps it: numbers of well-known ones by name, everything as `-1`. */
export function protocolOf(values: Values): string | undefined {
  const protocol = text(values, "ip_protocol")?.toLowerCase();
  return protocol === undefined ? undefined : (protocolNames[protocol] ?? protocol);
}

/** Who is at the other end: a block, a prefix list or a group. */
export function peerOf(values: Values): string | undefined {
  return peers.map((name) => text(values, name)).find((peer) => peer !== undefined);
}

/** What EC2 compares to tell two rules of a group apart. */
export function identityOf(values: Values): string | undefined {
  const group = text(values, "security_group_id");
  const [protocol, peer] = [protocolOf(values), peerOf(values)];
  if (group === undefined || protocol === undefined || peer === undefined) return undefined;
  const ports = protocol === "-1" ? [] : [number(values, "from_port"), number(values, "to_port")];
  return JSON.stringify([
    group,
    protocol,
    ...ports,
    peer
      .split("/")
      .slice(peer.includes("sg-") ? -1 : 0)
      .join("/"),
  ]);
}
