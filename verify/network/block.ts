import { parseIpv4Block } from "../../addressing/ipv4-block";

/** A CIDR block of either family. */
export interface Block {
  readonly family: 4 | 6;
  /** First address, without the bits after the prefix. */
  readonly first: bigint;
  readonly prefix: number;
}

/** Reads `10.0.0.0/16` or `2001:db8::/32`; undefined for any other text. */
export function parseBlock(text: string): Block | undefined {
  const ipv4 = parseIpv4Block(text);
  if (ipv4) return block(4, BigInt(ipv4.base), ipv4.prefix);
  const [address = "", prefix = ""] = text.split("/");
  const first = parseIpv6(address);
  return first !== undefined && /^\d{1,3}$/.test(prefix) && Number(prefix) <= 128
    ? block(6, first, Number(prefix))
    : undefined;
}

export function contains(outer: Block, inner: Block): boolean {
  return outer.prefix <= inner.prefix && overlaps(outer, inner);
}

export function overlaps(one: Block, other: Block): boolean {
  return one.family === other.family && one.first <= lastAddress(other) && other.first <= lastAddress(one);
}

/** Whether it is every address of its family. */
export function isEverything({ prefix }: Block): boolean {
  return prefix === 0;
}

/**
 * Whether no address of it is reached over the internet.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export function isPrivate(one: Block): boolean {
  return privateBlocks.some((outer) => contains(outer, one));
}

/** RFC 1918, RFC 6598, link-local, and unique local addresses of IPv6. */
const privateBlocks = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "fc00::/7",
  "fe80::/10",
].flatMap((text) => parseBlock(text) ?? []);

function block(family: Block["family"], first: bigint, prefix: number): Block {
  const hostBits = BigInt((family === 4 ? 32 : 128) - prefix);
  return { family, first: (first >> hostBits) << hostBits, prefix };
}

function lastAddress({ family, first, prefix }: Block): bigint {
  return first + (1n << BigInt((family === 4 ? 32 : 128) - prefix)) - 1n;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (!text.includes(":") || halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = [...(head ?? []), ...(tail ?? [])];
  if (given.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const missing = 8 - given.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...(head ?? []), ...Array.from({ length: missing }, () => "0"), ...(tail ?? [])];
  return BigInt(`0x${groups.map((group) => group.padStart(4, "0")).join("")}`);
}
