/** An IPv4 CIDR block as numbers; `base` may carry host bits (see `hasHostBits`). */
export interface Ipv4Block {
  readonly base: number;
  readonly prefix: number;
}

const PATTERN = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Reads `10.0.0.0/16`; undefined when the text is not a CIDR block (leading zeros are refused as ambiguous). */
export function parseIpv4Block(text: string): Ipv4Block | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1);
  if (parts.some((part) => part.length > 1 && part.startsWith("0"))) return undefined;
  const numbers = parts.map(Number);
  const prefix = numbers.pop() ?? 33;
  if (prefix > 32 || numbers.some((octet) => octet > 255)) return undefined;
  return { base: numbers.reduce((sum, octet) => sum * 256 + octet, 0), prefix };
}

export function formatIpv4Block({ base, prefix }: Ipv4Block): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

/** Number of addresses in the block. */
export function blockSize({ prefix }: Ipv4Block): number {
  return 2 ** (32 - prefix);
}

/** The same block with the bits after the prefix set to zero. */
export function withoutHostBits(block: Ipv4Block): Ipv4Block {
  const size = blockSize(block);
  return { base: Math.floor(block.base / size) * size, prefix: block.prefix };
}

export function hasHostBits(block: Ipv4Block): boolean {
  return withoutHostBits(block).base !== block.base;
}

export function blocksOverlap(one: Ipv4Block, other: Ipv4Block): boolean {
  const a = withoutHostBits(one);
  const b = withoutHostBits(other);
  return a.base < b.base + blockSize(b) && b.base < a.base + blockSize(a);
}

export function blockContains(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return outer.prefix <= inner.prefix && blocksOverlap(outer, inner);
}

/** The ranges of RFC 1918 that a VPC should use. */
export const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] as const;

export function isPrivateBlock(block: Ipv4Block): boolean {
  return privateRanges.some((range) => {
    const outer = parseIpv4Block(range);
    return outer !== undefined && blockContains(outer, block);
  });
}
