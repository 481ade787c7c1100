import { blockSize, formatIpv4Block, parseIpv4Block, type Ipv4Block } from "./ipv4-block";

/** CIDR blocks of one zone's subnets. */
export interface ZoneSubnets {
  readonly public: string;
  readonly private: string;
  readonly isolated: string;
}

/**
 * Largest and smallest VPC the plan can divide. AWS takes /16 to /28; a load balancer needs subnets of /27 or larger,
 * and a zone's smallest subnet is a sixteenth of the VPC.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
 */
export const largestVpcPrefix = 16;
export const smallestVpcPrefix = 23;

/** AWS keeps five addresses of every subnet for itself. @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const reservedAddresses = 5;

/** The VPC is divided into this many equal parts, one for each zone letter modulo four. */
const zoneSlots = 4;

/** Part of the VPC that a zone letter always gets, whichever other zones exist. */
export function zoneSlot(zone: string): number {
  return (zone.charCodeAt(0) - "a".charCodeAt(0)) % zoneSlots;
}

/**
 * Divides a VPC among zones so that adding a zone changes no existing subnet: each letter owns a fixed quarter, and of
 * that quarter half is private (tasks need the addresses), one quarter public, one quarter isolated.
 *
 * @throws Error when the block or the zones were not checked before (a bug of the caller).
 */
export function planSubnets(cidr: string, zones: readonly string[]): ReadonlyMap<string, ZoneSubnets> {
  const vpc = parseIpv4Block(cidr);
  if (!vpc) throw new Error(`planSubnets: ${cidr} is not a CIDR block`);
  return new Map(zones.map((zone) => [zone, planZone(vpc, zoneSlot(zone))]));
}

function planZone(vpc: Ipv4Block, slot: number): ZoneSubnets {
  const zonePrefix = vpc.prefix + 2;
  const zoneBase = vpc.base + slot * blockSize({ base: 0, prefix: zonePrefix });
  const quarter = blockSize({ base: 0, prefix: zonePrefix + 2 });
  return {
    private: formatIpv4Block({ base: zoneBase, prefix: zonePrefix + 1 }),
    public: formatIpv4Block({ base: zoneBase + 2 * quarter, prefix: zonePrefix + 2 }),
    isolated: formatIpv4Block({ base: zoneBase + 3 * quarter, prefix: zonePrefix + 2 }),
  };
}

/** Addresses of a subnet that AWS leaves for use. */
export function usableAddresses(cidr: string): number {
  const block = parseIpv4Block(cidr);
  return block ? Math.max(0, blockSize(block) - reservedAddresses) : 0;
}
