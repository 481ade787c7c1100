import { regions, type Zone, zonesOf } from "../regions/regions";
import { type Refusal } from "../rules/rule";
import { asText, asTexts } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { badFilter, filterMatches } from "./filter";

/**
 * Zones of the region as AWS lists them: sorted by name, no local zones.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html
 */
const availabilityZones: DataSource = {
  type: "aws_availability_zones",
  read(configuration, { region }) {
    const refused = badFilter(configuration, zoneFilters) ?? badRegion(region);
    if (refused) return { refusal: refused };
    const excludedNames = asTexts(configuration["exclude_names"]);
    const excludedIds = asTexts(configuration["exclude_zone_ids"]);
    const zones = matching(configuration, region).filter(
      ({ name, id }) => !excludedNames.includes(name) && !excludedIds.includes(id),
    );
    return {
      values: {
        id: region,
        names: zones.map(({ name }) => name),
        zone_ids: zones.map(({ id }) => id),
        group_names: zones.length > 0 ? [region] : [],
      },
    };
  },
};

const availabilityZone: DataSource = {
  type: "aws_availability_zone",
  read(configuration, { region }) {
    const refused = badFilter(configuration, zoneFilters) ?? badRegion(region);
    if (refused) return { refusal: refused };
    const zones = matching(configuration, region).filter(
      ({ name, id }) =>
        name === (asText(configuration["name"]) ?? name) && id === (asText(configuration["zone_id"]) ?? id),
    );
    const [zone, another] = zones;
    if (!zone) return { refusal: notOne("no matching EC2 Availability Zone found") };
    if (another) {
      return {
        refusal: notOne(
          "multiple EC2 Availability Zones matched; use additional constraints to reduce matches to a single EC2 Availability Zone",
        ),
      };
    }
    return {
      values: {
        id: zone.name,
        name: zone.name,
        zone_id: zone.id,
        name_suffix: zone.name.slice(region.length),
        group_name: `${region}-zg-1`,
        group_long_name: regions.find(({ name }) => name === region)?.description ?? region,
        network_border_group: region,
        opt_in_status: "opt-in-not-required",
        parent_zone_id: "",
        parent_zone_name: "",
        state: "available",
        zone_type: "availability-zone",
      },
    };
  },
};

export const zoneDataSources: readonly DataSource[] = [availabilityZones, availabilityZone];

const zoneFilters: Readonly<Record<string, (zone: Zone, region: string) => Value>> = {
  "group-name": (_zone, region) => [region, `${region}-zg-1`],
  "opt-in-status": () => "opt-in-not-required",
  "region-name": (_zone, region) => region,
  state: () => "available",
  "zone-id": ({ id }) => id,
  "zone-name": ({ name }) => name,
  "zone-type": () => "availability-zone",
};

/** Every zone is available, and none must be asked for: local zones are not simulated. */
function matching(configuration: Values, region: string): readonly Zone[] {
  if ((asText(configuration["state"]) ?? "available") !== "available") return [];
  return zonesOf(region).filter((zone) =>
    filterMatches(configuration, (name) => zoneFilters[name]?.(zone, region)),
  );
}

function badRegion(region: string): Refusal | undefined {
  if (zonesOf(region).length > 0) return undefined;
  return {
    code: "InvalidRegion",
    message: `The region ${region} does not exist, or the offline provider does not know it yet`,
    advice: "Correct the region of the provider.",
  };
}

function notOne(message: string): Refusal {
  return {
    code: "InvalidZone.NotFound",
    message,
    advice: "Ask for a zone of the provider's region by name or zone_id.",
  };
}
