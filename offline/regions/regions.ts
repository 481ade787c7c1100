/** A region and its zones, in the order in which AWS lists them. */
export interface Region {
  readonly name: string;
  readonly description: string;
  /** Region's part of a zone id: `euw1` of `euw1-az1`. */
  readonly zonePrefix: string;
  /** `a1` is the zone with letter `a` and id `…-az1`. AWS mixes letters and ids differently per account in older regions. */
  readonly zones: string;
  /** An account must ask for the region first. */
  readonly optIn?: true;
}

/**
 * Letters and ids as one real account has them.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export const regions: readonly Region[] = [
  row("af-south-1", "Africa (Cape Town)", "afs1", "a1 b2 c3", true),
  row("ap-east-1", "Asia Pacific (Hong Kong)", "ape1", "a1 b2 c3", true),
  row("ap-east-2", "Asia Pacific (Taipei)", "ape2", "a1 b2 c3", true),
  row("ap-northeast-1", "Asia Pacific (Tokyo)", "apne1", "a4 c1 d2"),
  row("ap-northeast-2", "Asia Pacific (Seoul)", "apne2", "a1 b2 c3 d4"),
  row("ap-northeast-3", "Asia Pacific (Osaka)", "apne3", "a3 b1 c2"),
  row("ap-south-1", "Asia Pacific (Mumbai)", "aps1", "a1 b3 c2"),
  row("ap-south-2", "Asia Pacific (Hyderabad)", "aps2", "a1 b2 c3", true),
  row("ap-southeast-1", "Asia Pacific (Singapore)", "apse1", "a1 b2 c3"),
  row("ap-southeast-2", "Asia Pacific (Sydney)", "apse2", "a3 b1 c2"),
  row("ap-southeast-3", "Asia Pacific (Jakarta)", "apse3", "a1 b2 c3", true),
  row("ap-southeast-4", "Asia Pacific (Melbourne)", "apse4", "a1 b2 c3", true),
  row("ap-southeast-5", "Asia Pacific (Malaysia)", "apse5", "a1 b2 c3", true),
  row("ap-southeast-6", "Asia Pacific (New Zealand)", "apse6", "a1 b2 c3", true),
  row("ap-southeast-7", "Asia Pacific (Thailand)", "apse7", "a1 b2 c3", true),
  row("ca-central-1", "Canada (Central)", "cac1", "a1 b2 d4"),
  row("ca-west-1", "Canada West (Calgary)", "caw1", "a1 b2 c3", true),
  row("eu-central-1", "Europe (Frankfurt)", "euc1", "a2 b3 c1"),
  row("eu-central-2", "Europe (Zurich)", "euc2", "a1 b2 c3", true),
  row("eu-north-1", "Europe (Stockholm)", "eun1", "a1 b2 c3"),
  row("eu-south-1", "Europe (Milan)", "eus1", "a1 b2 c3", true),
  row("eu-south-2", "Europe (Spain)", "eus2", "a1 b2 c3", true),
  row("eu-west-1", "Europe (Ireland)", "euw1", "a1 b2 c3"),
  row("eu-west-2", "Europe (London)", "euw2", "a2 b3 c1"),
  row("eu-west-3", "Europe (Paris)", "euw3", "a1 b2 c3"),
  row("il-central-1", "Israel (Tel Aviv)", "ilc1", "a1 b2 c3", true),
  row("me-central-1", "Middle East (UAE)", "mec1", "a1 b2 c3", true),
  row("me-south-1", "Middle East (Bahrain)", "mes1", "a1 b2 c3", true),
  row("mx-central-1", "Mexico (Central)", "mxc1", "a1 b2 c3", true),
  row("sa-east-1", "South America (Sao Paulo)", "sae1", "a1 b2 c3"),
  row("us-east-1", "US East (N. Virginia)", "use1", "a4 b6 c1 d2 e3 f5"),
  row("us-east-2", "US East (Ohio)", "use2", "a1 b2 c3"),
  row("us-west-1", "US West (N. California)", "usw1", "a3 b1"),
  row("us-west-2", "US West (Oregon)", "usw2", "a2 b1 c3 d4"),
  row("us-gov-east-1", "AWS GovCloud (US-East)", "usge1", "a1 b2 c3"),
  row("us-gov-west-1", "AWS GovCloud (US-West)", "usgw1", "a1 b2 c3"),
  row("cn-north-1", "China (Beijing)", "cnn1", "a1 b2 d4"),
  row("cn-northwest-1", "China (Ningxia)", "cnnw1", "a1 b2 c3"),
];

function row(name: string, description: string, zonePrefix: string, zones: string, optIn?: true): Region {
  return { name, description, zonePrefix, zones, ...(optIn && { optIn }) };
}

export interface Zone {
  readonly name: string;
  readonly id: string;
}

/** Zones of a region; empty for a region that nothing is known of. */
export function zonesOf(region: string): readonly Zone[] {
  const known = regions.find(({ name }) => name === region);
  if (!known) return [];
  return known.zones.split(" ").map((zone) => ({
    name: `${region}${zone.slice(0, 1)}`,
    id: `${known.zonePrefix}-az${zone.slice(1)}`,
  }));
}
