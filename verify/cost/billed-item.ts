/** Something that is billed by the hour or by the GiB and month, summed over an environment. */
export interface BilledItem {
  /** What a price file calls it: `nat-gateway`, `database.db.t4g.micro`. */
  readonly key: string;
  /** What it is billed by. */
  readonly unit: "hour" | "GiB-month";
  readonly amount: Range;
}

/** How many there are; with autoscaling, between two numbers. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Hours of an average month, as AWS's own calculator counts: 365 × 24 / 12. */
export const hoursPerMonth = 730;

/** Names for people of what is billed; the part after the first point is a class, type or kind. */
export const billedNames: Readonly<Record<string, string>> = {
  "nat-gateway": "NAT gateways",
  "application-load-balancer": "Application load balancers",
  "network-load-balancer": "Network load balancers",
  "gateway-load-balancer": "Gateway load balancers",
  "interface-endpoint": "Interface endpoints, one per zone",
  "public-ipv4": "Elastic IP addresses",
  "vpn-connection": "VPN connections",
  "transit-gateway-attachment": "Transit gateway attachments",
  "fargate-vcpu": "Fargate vCPU",
  "fargate-gib": "Fargate GiB of memory",
  "fargate-arm-vcpu": "Fargate vCPU, ARM",
  "fargate-arm-gib": "Fargate GiB of memory, ARM",
  "fargate-spot-vcpu": "Fargate Spot vCPU",
  "fargate-spot-gib": "Fargate Spot GiB of memory",
  "fargate-arm-spot-vcpu": "Fargate Spot vCPU, ARM",
  "fargate-arm-spot-gib": "Fargate Spot GiB of memory, ARM",
};

/** The same, of keys that end in a class, type or kind. */
export const billedFamilies: Readonly<Record<string, string>> = {
  database: "Database instances",
  cache: "Cache nodes",
  instance: "Servers",
  broker: "Message brokers",
  search: "Search nodes",
  "database-storage": "Database storage",
  "volume-storage": "Volumes",
};

/** `Database instances db.t4g.micro` of `database.db.t4g.micro`. */
export function billedName(key: string): string {
  const [family = ""] = key.split(".");
  const kind = key.slice(family.length + 1);
  return billedNames[key] ?? `${billedFamilies[family] ?? family} ${kind}`.trim();
}
