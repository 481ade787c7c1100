import {
  blockContains,
  blocksOverlap,
  blockSize,
  hasHostBits,
  parseIpv4Block,
} from "../../addressing/ipv4-block";
import {
  largestVpcPrefix,
  planSubnets,
  smallestVpcPrefix,
  usableAddresses,
  zoneSlot,
} from "../../addressing/subnet-plan";

const prefixes = Array.from(
  { length: smallestVpcPrefix - largestVpcPrefix + 1 },
  (_, index) => largestVpcPrefix + index,
);
const letters = ["a", "b", "c", "d", "e", "f"];

/** All sets of two or three letters that may stand beside each other. */
const zoneSets = letters
  .flatMap((a) => letters.flatMap((b) => [[a, b], ...letters.map((c) => [a, b, c])]))
  .filter((zones) => [...zones].sort().join("") === zones.join(""))
  .filter((zones) => new Set(zones.map(zoneSlot)).size === zones.length);

/** A block of each prefix that does not start at an octet's zero where the prefix allows it. */
function vpcOf(prefix: number): string {
  const address = 2 ** (32 - prefix) * 3;
  return `10.${Math.floor(address / 65_536) % 256}.${Math.floor(address / 256) % 256}.0/${prefix}`;
}

function blocksOf(cidr: string, zones: readonly string[]) {
  return [...planSubnets(cidr, zones).values()].flatMap(Object.values).map((text) => {
    const block = parseIpv4Block(String(text));
    if (!block) throw new Error(`${String(text)} is not a block`);
    return block;
  });
}

describe("The plan of subnets", () => {
  test("is tried with 25 sets of zones", () => {
    expect(zoneSets).toHaveLength(13 + 12);
  });

  describe.each(prefixes)("of a /%d", (prefix) => {
    const cidr = vpcOf(prefix);
    const vpc = parseIpv4Block(cidr);

    test("never overlaps", () => {
      const overlapping = zoneSets.filter((zones) => {
        const blocks = blocksOf(cidr, zones);
        return blocks.some((one, index) =>
          blocks.slice(index + 1).some((other) => blocksOverlap(one, other)),
        );
      });
      expect(overlapping).toEqual([]);
    });

    test("stays inside the VPC", () => {
      const outside = zoneSets.filter((zones) =>
        blocksOf(cidr, zones).some((block) => !vpc || !blockContains(vpc, block)),
      );
      expect(outside).toEqual([]);
    });

    test("has blocks that AWS takes: no host bits, /27 or larger", () => {
      const refused = zoneSets.flatMap((zones) =>
        blocksOf(cidr, zones).filter((block) => hasHostBits(block) || block.prefix > 27),
      );
      expect(refused).toEqual([]);
    });

    test("gives a zone the same blocks whichever others exist", () => {
      const moved = zoneSets.filter((zones) =>
        [...planSubnets(cidr, zones)].some(
          ([zone, subnets]) =>
            JSON.stringify(planSubnets(cidr, [zone]).get(zone)) !== JSON.stringify(subnets),
        ),
      );
      expect(moved).toEqual([]);
    });

    test("leaves nothing of a zone's quarter unused", () => {
      const total = blocksOf(cidr, ["a"]).reduce((sum, block) => sum + blockSize(block), 0);
      expect(total).toBe(2 ** (32 - prefix) / 4);
    });
  });

  test("gives private subnets half of a zone, and the others a quarter each", () => {
    expect(planSubnets("10.20.0.0/16", ["a"]).get("a")).toEqual({
      private: "10.20.0.0/19",
      public: "10.20.32.0/20",
      isolated: "10.20.48.0/20",
    });
  });

  test("keeps the order of the zones", () => {
    expect([...planSubnets("10.20.0.0/16", ["c", "a"]).keys()]).toEqual(["c", "a"]);
  });

  test("refuses what was not checked before", () => {
    expect(() => planSubnets("10.20.0.0", ["a"])).toThrow("10.20.0.0 is not a CIDR block");
  });
});

describe("zoneSlot", () => {
  test.each([
    ["a", 0],
    ["d", 3],
    ["e", 0],
    ["f", 1],
  ])("of %s is %d", (zone, slot) => {
    expect(zoneSlot(zone)).toBe(slot);
  });
});

describe("usableAddresses", () => {
  test.each([
    ["10.0.0.0/24", 251],
    ["10.0.0.0/28", 11],
    ["10.0.0.0/30", 0],
    ["not a block", 0],
  ])("of %s is %d", (cidr, count) => {
    expect(usableAddresses(cidr)).toBe(count);
  });
});
