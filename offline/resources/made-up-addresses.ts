import { blockSize, formatIpv4Block, parseIpv4Block, withoutHostBits } from "../../addressing/ipv4-block";
import { text } from "../values/reading";
import { type AwsContext } from "./behaviour";

/** Nobody's addresses: the block for benchmarks, so that no plan shows the address of a stranger. @see RFC 2544 */
const publicBlock = "198.18.0.0/15";

/** Where types hold an address that nobody else gets. */
const holders: Readonly<Record<string, string>> = {
  aws_efs_mount_target: "ip_address",
  aws_eip: "public_ip",
  aws_instance: "private_ip",
  aws_nat_gateway: "private_ip",
  aws_network_interface: "private_ip",
};

/** An address in a subnet that nobody has, as long as there is one; AWS keeps the first four and the last. */
export function addressIn(cidr: string, aws: AwsContext, purpose = ""): string {
  const block = parseIpv4Block(cidr);
  if (block === undefined) return "";
  const count = Math.max(1, blockSize(block) - 5);
  const first = parseInt(aws.hex(8, `address ${purpose}`), 16) % count;
  const addressAt = (step: number) => {
    const base = withoutHostBits(block).base + 4 + ((first + step) % count);
    return formatIpv4Block({ base, prefix: 32 }).replace("/32", "");
  };
  const taken = takenAddresses(aws);
  for (let step = 0; step < count; step++) {
    const address = addressAt(step);
    if (!taken.has(address)) return address;
  }
  return addressAt(0);
}

function takenAddresses({ cloud }: AwsContext): ReadonlySet<string> {
  return new Set(
    Object.entries(holders).flatMap(([type, attribute]) =>
      cloud.all(type).flatMap(({ values }) => text(values, attribute) ?? []),
    ),
  );
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
