import { contains, isPrivate, overlaps, parseBlock, type Block } from "../../../verify/network/block";

function block(text: string): Block {
  const parsed = parseBlock(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

describe("a block", () => {
  test.each(["10.0.0.0/16", "0.0.0.0/0", "::/0", "2001:db8::/32", "2001:DB8:1:2:3:4:5:6/128", "fd00::1/64"])(
    "is read from %s",
    (text) => {
      expect(parseBlock(text)).toBeDefined();
    },
  );

  test.each([
    "10.0.0.0",
    "10.0.0.0/33",
    "var.cidr",
    "::/129",
    "1::2::3/64",
    "2001:db8/32",
    "1:2:3:4:5:6:7::8/64",
    "g::/64",
  ])("is not read from %s", (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  test.each<[string, string, boolean, boolean]>([
    ["10.0.0.0/8", "10.1.0.0/16", true, true],
    ["10.1.0.0/16", "10.0.0.0/8", false, true],
    ["10.0.0.0/16", "10.1.0.0/16", false, false],
    ["0.0.0.0/0", "::/0", false, false],
    ["::/0", "2001:db8::/32", true, true],
    ["2001:db8::/32", "2001:db9::/32", false, false],
    ["10.0.0.5/16", "10.0.1.0/24", true, true],
  ])("%s and %s: contains %p, overlaps %p", (one, other, isContained, isShared) => {
    expect([contains(block(one), block(other)), overlaps(block(one), block(other))]).toEqual([
      isContained,
      isShared,
    ]);
  });

  test.each<[string, boolean]>([
    ["10.0.0.0/8", true],
    ["172.31.0.0/16", true],
    ["172.32.0.0/16", false],
    ["100.64.0.0/10", true],
    ["8.0.0.0/6", false],
    ["0.0.0.0/1", false],
    ["fd00::/8", true],
    ["2001:db8::/32", false],
  ])("%s is private: %p", (text, expected) => {
    expect(isPrivate(block(text))).toBe(expected);
  });
});
