import { blocksOverlap, isPrivateBlock, parseIpv4Block } from "../../addressing/ipv4-block";
import { formatGiven, type Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/** Without a NAT no connection to the internet comes about, whatever security groups allow. */
export const outboundHasWay = forEachService(({ outbound = [] }, where, { network }) => {
  if (network.nat !== "none") return [];
  return outbound.flatMap(({ to }, index): Problem[] => {
    const block = parseIpv4Block(to);
    if (block && isPrivateBlock(block)) return [];
    const must = "must have a way out of the VPC, a NAT gateway";
    const advice = 'Set network.nat to "single" or "per-zone", or remove it.';
    return [{ where: `${where}.outbound[${index}]`, must, got: formatGiven(to), advice }];
  });
});

/** Inside the VPC, edges are declared by name, so that each has its own rule. */
export const outboundLeavesVpc = forEachService(({ outbound = [] }, where, { network: { cidr } }) => {
  const vpc = parseIpv4Block(cidr ?? "");
  if (!vpc) return [];
  return outbound.flatMap(({ to }, index): Problem[] => {
    const block = parseIpv4Block(to);
    if (!block || !blocksOverlap(block, vpc)) return [];
    const must = `must be outside the VPC (${cidr})`;
    const advice = "Declare calls or databases instead.";
    return [{ where: `${where}.outbound[${index}].to`, must, got: formatGiven(to), advice }];
  });
});

/** Nothing here routes to other private networks, so that a connection there would wait until it times out. */
export const outboundHasRoute = forEachService(({ outbound = [] }, where, { network: { cidr } }) => {
  const vpc = parseIpv4Block(cidr ?? "");
  return outbound.flatMap(({ to }, index): Problem[] => {
    const block = parseIpv4Block(to);
    if (!block || !vpc || !isPrivateBlock(block) || blocksOverlap(block, vpc)) return [];
    const must =
      "must be an address of the internet: no route leads from this network to another private one";
    const advice =
      "Reach it by a public address, or publish it as an endpoint service; peering and VPNs are not made here.";
    return [{ where: `${where}.outbound[${index}].to`, must, got: formatGiven(to), advice }];
  });
});
