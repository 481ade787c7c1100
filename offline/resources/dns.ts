import { asItems, asked } from "../values/reading";
import { type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { madeUp, uuid } from "./made-up-ids";

/** A private zone is answered by the resolver of its VPCs. */
const privateServers = [
  "ns-0.awsdns-00.com.",
  "ns-1024.awsdns-00.org.",
  "ns-1536.awsdns-00.co.uk.",
  "ns-512.awsdns-00.net.",
];

/** Name servers of a public zone come from four top-level domains. */
function nameServers(given: Values, aws: AwsContext): readonly string[] {
  if (blocks(given, "vpc").length > 0) return privateServers;
  const end = Number(`0x${aws.hex(4, "name servers")}`);
  return [
    `ns-${1024 + (end % 512)}.awsdns-${twoDigits(end)}.org`,
    `ns-${1536 + (end % 512)}.awsdns-${twoDigits(end + 7)}.co.uk`,
    `ns-${end % 512}.awsdns-${twoDigits(end + 13)}.com`,
    `ns-${512 + (end % 512)}.awsdns-${twoDigits(end + 29)}.net`,
  ];
}

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html */
const zone: ResourceBehaviour = {
  type: "aws_route53_zone",
  create(given, aws) {
    const id = `Z${madeUp("capitals", 20, aws)}`;
    const servers = nameServers(given, aws);
    return {
      id,
      zone_id: id,
      arn: `arn:${aws.partition}:route53:::hostedzone/${id}`,
      enable_accelerated_recovery: false,
      name_servers: servers,
      primary_name_server: servers[0] ?? "",
      vpc: blocks(given, "vpc").map(() => ({ vpc_region: aws.region })),
    };
  },
};

/** Route 53 shows names in small letters, and the provider without the last dot. */
function plainName(values: Values): string {
  return asked(values, "name").replace(/\.$/, "").toLowerCase();
}

/** A name that lacks the zone's gets it. */
function fqdn(given: Values, { cloud }: AwsContext): string {
  const name = plainName(given);
  const zoneName = plainName(
    cloud.find("aws_route53_zone", "zone_id", asked(given, "zone_id"))?.values ?? {},
  );
  if (zoneName === "" || name === zoneName || name.endsWith(`.${zoneName}`)) return name;
  return name === "" ? zoneName : `${name}.${zoneName}`;
}

/** The provider joins what tells records apart. */
function recordId(values: Values): string {
  const set = asked(values, "set_identifier");
  const parts = [asked(values, "zone_id"), plainName(values), asked(values, "type")];
  return [...parts, ...(set === "" ? [] : [set])].join("_");
}

const record: ResourceBehaviour = {
  type: "aws_route53_record",
  create: (given, aws) => ({ id: recordId(given), fqdn: fqdn(given, aws), allow_overwrite: false }),
  importId: recordId,
};

const healthCheck: ResourceBehaviour = {
  type: "aws_route53_health_check",
  create(given, aws) {
    const id = uuid(aws);
    const isTls = asked(given, "type").startsWith("HTTPS");
    return {
      id,
      arn: `arn:${aws.partition}:route53:::healthcheck/${id}`,
      enable_sni: isTls,
      failure_threshold: 3,
    };
  },
};

const zoneAssociation: ResourceBehaviour = {
  type: "aws_route53_zone_association",
  create: (given, aws) => ({
    id: `${asked(given, "zone_id")}:${asked(given, "vpc_id")}`,
    owning_account: aws.account,
    vpc_region: aws.region,
  }),
};

export const dnsBehaviours: readonly ResourceBehaviour[] = [zone, record, healthCheck, zoneAssociation];

function blocks(values: Values, name: string): readonly Values[] {
  const value = values[name];
  return isRecord(value) ? [value] : asItems(value);
}

function twoDigits(number: number): string {
  return String(number % 64).padStart(2, "0");
}
