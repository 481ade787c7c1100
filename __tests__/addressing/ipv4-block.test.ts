import {
  blockContains,
  blocksOverlap,
  blockSize,
  formatIpv4Block,
  hasHostBits,
  isPrivateBlock,
  parseIpv4Block,
  withoutHostBits,
  type Ipv4Block,
} from "../../addressing/ipv4-block";

function block(text: string): Ipv4Block {
  const parsed = parseIpv4Block(text);
  if (!parsed) throw new Error(`${text} is not a block`);
  return parsed;
}

describe("parseIpv4Block", () => {
  test.each([
    ["0.0.0.0/0", 0, 0],
    ["10.0.0.0/8", 0x0a000000, 8],
    ["10.20.30.40/32", 0x0a141e28, 32],
    ["255.255.255.255/32", 0xffffffff, 32],
  ])("reads %s", (text, base, prefix) => {
    expect(parseIpv4Block(text)).toEqual({ base, prefix });
  });

  test.each([
    "",
    "10.0.0.0",
    "10.0.0/16",
    "10.0.0.0.0/16",
    "256.0.0.0/8",
    "10.0.0.999/8",
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0.0/-1",
    "10.0.0.0/1.5",
    "10.0.0.0/08",
    "010.0.0.0/8",
    " 10.0.0.0/8",
    "10.0.0.0/8\n",
    "1e1.0.0.0/8",
    "١٠.0.0.0/8",
    "::/0",
  ])("refuses %j", (text) => {
    expect(parseIpv4Block(text)).toBeUndefined();
  });
});

describe("formatIpv4Block", () => {
  test.each(["0.0.0.0/0", "10.20.0.0/16", "192.168.255.1/32", "255.255.255.255/32"])(
    "writes %s as it was read",
    (text) => {
      expect(formatIpv4Block(block(text))).toBe(text);
    },
  );
});

describe("blockSize", () => {
  test.each([
    ["10.0.0.0/16", 65_536],
    ["10.0.0.0/32", 1],
    ["0.0.0.0/0", 4_294_967_296],
  ])("of %s is %d", (text, size) => {
    expect(blockSize(block(text))).toBe(size);
  });
});

describe("hasHostBits", () => {
  test.each([
    ["10.20.0.0/16", false],
    ["10.20.0.1/16", true],
    ["10.20.128.0/16", true],
    ["10.20.0.1/32", false],
    ["128.0.0.0/0", true],
  ])("of %s is %p", (text, expected) => {
    expect(hasHostBits(block(text))).toBe(expected);
  });
});

describe("withoutHostBits", () => {
  test.each([
    ["10.20.30.40/16", "10.20.0.0/16"],
    ["255.255.255.255/1", "128.0.0.0/1"],
  ])("of %s is %s", (text, expected) => {
    expect(formatIpv4Block(withoutHostBits(block(text)))).toBe(expected);
  });
});

describe("blocksOverlap", () => {
  test.each([
    ["10.0.0.0/16", "10.0.0.0/16", true],
    ["10.0.0.0/8", "10.20.0.0/16", true],
    ["10.0.0.0/16", "10.1.0.0/16", false],
    ["10.0.0.0/17", "10.0.128.0/17", false],
    ["10.0.0.77/16", "10.0.200.0/24", true],
    ["0.0.0.0/0", "255.255.255.255/32", true],
  ])("of %s and %s is %p, in both orders", (one, other, expected) => {
    expect([blocksOverlap(block(one), block(other)), blocksOverlap(block(other), block(one))]).toEqual([
      expected,
      expected,
    ]);
  });
});

describe("blockContains", () => {
  test.each([
    ["10.0.0.0/8", "10.20.0.0/16", true],
    ["10.20.0.0/16", "10.0.0.0/8", false],
    ["10.0.0.0/16", "10.0.0.0/16", true],
    ["10.0.0.0/16", "10.1.0.0/24", false],
  ])("of %s and %s is %p", (outer, inner, expected) => {
    expect(blockContains(block(outer), block(inner))).toBe(expected);
  });
});

describe("isPrivateBlock", () => {
  test.each([
    ["10.0.0.0/8", true],
    ["10.255.255.0/24", true],
    ["172.16.0.0/12", true],
    ["172.31.255.0/24", true],
    ["192.168.0.0/16", true],
    ["172.32.0.0/16", false],
    ["192.169.0.0/16", false],
    ["8.8.8.0/24", false],
    ["100.64.0.0/10", false],
    ["10.0.0.0/7", false],
    ["0.0.0.0/0", false],
  ])("of %s is %p", (text, expected) => {
    expect(isPrivateBlock(block(text))).toBe(expected);
  });
});
