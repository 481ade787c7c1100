import { blocksOverlap, parseIpv4Block } from "../../../addressing/ipv4-block";
import { formatGiven, type Problem } from "../../../problems/problem";
import { forEachPair } from "./estate-check";

/** Networks with addresses in common can never be connected, and no VPC can be renumbered. */
export const separateNetworks = forEachPair(({ name, network }, earlier): readonly Problem[] => {
  const block = parseIpv4Block(network.cidr);
  const other = parseIpv4Block(earlier.network.cidr);
  if (!block || !other || !blocksOverlap(block, other)) return [];
  const must = `must not overlap ${JSON.stringify(earlier.name)} (${earlier.network.cidr})`;
  const got = `${formatGiven(name)} (${network.cidr})`;
  const advice = "Pick another block for the newer of the two: a VPC that exists cannot be renumbered.";
  return [{ where: `${name}.network.cidr`, must, got, advice }];
});
