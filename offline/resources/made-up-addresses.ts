import { blockSize, formatIpv4Block, parseIpv4Block, withoutHostBits } from "../../addressing/ipv4-block";
import { type AwsContext } from "./behaviour";

/** Nobody's addresses: the block for benchmarks, so that no plan shows the address of a stranger. @see RFC 2544 */
const publicBlock = "198.18.0.0/15";

/** An address in a subnet; AWS keeps the first four and the last. */
export function addressIn(cidr: string, aws: AwsContext, purpose = ""): string {
  const block = parseIpv4Block(cidr);
  if (block === undefined) return "";
  const free = Math.max(1, blockSize(block) - 5);
  const base = withoutHostBits(block).base + 4 + (parseInt(aws.hex(8, `address ${purpose}`), 16) % free);
  return formatIpv4Block({ base, prefix: 32 }).replace("/32", "");
}

export function publicAddress(aws: AwsContext): string {
  return addressIn(publicBlock, aws, "public");
}

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html */
export function publicHost(address: string, { region }: AwsContext): string {
  const zone = region === "us-east-1" ? "compute-1" : `${region}.compute`;
  return `ec2-${address.replaceAll(".", "-")}.${zone}.amazonaws.com`;
}

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html */
export function privateHost(address: string, { region }: AwsContext): string {
  const zone = region === "us-east-1" ? "ec2.internal" : `${region}.compute.internal`;
  return `ip-${address.replaceAll(".", "-")}.${zone}`;
}
