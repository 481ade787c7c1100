import { hasHostBits, isPrivateBlock, parseIpv4Block } from "../../addressing/ipv4-block";
import { largestVpcPrefix, smallestVpcPrefix, zoneSlot } from "../../addressing/subnet-plan";
import { formatGiven, type Problem } from "../../problems/problem";

/** What a block and zones must fulfil to be divided into subnets. */
export function checkNetwork(cidrBlock: string, zones: readonly string[]): readonly Problem[] {
  return [...checkBlock(cidrBlock), ...checkZones(zones)];
}

function checkBlock(cidrBlock: string): Problem[] {
  const block = parseIpv4Block(cidrBlock);
  const fits =
    block !== undefined &&
    !hasHostBits(block) &&
    isPrivateBlock(block) &&
    block.prefix >= largestVpcPrefix &&
    block.prefix <= smallestVpcPrefix;
  if (fits) return [];
  return [
    {
      where: "cidrBlock",
      must: `must be a private IPv4 block between /${largestVpcPrefix} and /${smallestVpcPrefix} without host bits`,
      got: formatGiven(cidrBlock),
      advice: "Use a block such as 10.20.0.0/16.",
    },
  ];
}

function checkZones(zones: readonly string[]): Problem[] {
  const slots = new Set(zones.map(zoneSlot));
  const valid = zones.length >= 2 && zones.length <= 3 && zones.every((zone) => /^[a-f]$/.test(zone));
  if (valid && slots.size === zones.length) return [];
  return [
    {
      where: "zones",
      must: "must be two or three different zone letters (a and e, and b and f, share a part of the block)",
      got: formatGiven(zones),
      advice: 'Use for example ["a", "b"] or ["a", "b", "c"].',
    },
  ];
}
