import { type AwsContext } from "../resources/behaviour";
import { asItems, asText, asTexts } from "../values/reading";
import { type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { tagsOf } from "./existing";
import { listing, lookup, same, type Source } from "./lookup";
import { stableHex, stableId } from "./stable-ids";

const zoneName: Source = ({ name }) => {
  const bare = withoutDot(asText(name) ?? "");
  return [bare, `${bare}.`];
};

/** A private zone belongs to a VPC, so a stack made it; a public one is often older than all stacks. */
const zone = lookup({
  type: "aws_route53_zone",
  scope: "account",
  noun: "Route 53 Hosted Zone",
  by: {
    zone_id: "zone_id",
    name: zoneName,
    vpc_id: ({ vpc }) => asItems(vpc).flatMap(({ vpc_id: vpcId }) => asText(vpcId) ?? []),
  },
  where: (values, configuration) =>
    asText(configuration["zone_id"]) !== undefined || isPrivate(values) === wantsPrivate(configuration),
  answer: {
    ...same("id=zone_id zone_id arn comment enable_accelerated_recovery name_servers primary_name_server"),
    name: ({ name }) => withoutDot(asText(name) ?? ""),
    caller_reference: ({ zone_id: id }) => `terraform-${asText(id) ?? ""}`,
    private_zone: isPrivate,
    resource_record_set_count: ({ zone_id: id }, { cloud }) =>
      2 + cloud.all("aws_route53_record").filter(({ values }) => values["zone_id"] === id).length,
    vpc_id: ({ vpc }) => asItems(vpc)[0]?.["vpc_id"],
    tags: tagsOf,
  },
  none: (configuration) => {
    const id = asText(configuration["zone_id"]);
    if (id === undefined)
      return { code: "NoSuchHostedZone", message: "no matching Route 53 Hosted Zone found" };
    return { code: "NoSuchHostedZone", message: `No hosted zone found with ID: ${id}` };
  },
  assume: (configuration, { account, partition }) => {
    const name = asText(configuration["name"]);
    if (name === undefined || wantsPrivate(configuration)) return undefined;
    const id = stableId("Z0", 18, "zone", account, withoutDot(name));
    const servers = [0, 1, 2, 3].map(
      (index) =>
        `ns-${index * 512 + 17}.awsdns-${17 + index}.${["com", "net", "org", "co.uk"][index] ?? "com"}`,
    );
    return {
      assumed: `Route 53 zone "${withoutDot(name)}"`,
      values: {
        id,
        zone_id: id,
        arn: `arn:${partition}:route53:::hostedzone/${id}`,
        name: withoutDot(name),
        caller_reference: `offline-${id}`,
        comment: "",
        name_servers: servers,
        primary_name_server: servers[0] ?? null,
        private_zone: false,
        resource_record_set_count: 2,
        tags: {},
      },
    };
  },
});

const zones = listing({
  type: "aws_route53_zones",
  resources: ["aws_route53_zone"],
  scope: "account",
  answer: (found) => ({ ids: found.flatMap(({ zone_id: id }) => asText(id) ?? []) }),
});

function withoutDot(name: string): string {
  return name.replace(/\.$/, "");
}

function wantsPrivate(configuration: Values): boolean {
  return configuration["private_zone"] === true || asText(configuration["vpc_id"]) !== undefined;
}

function isPrivate(values: Values): boolean {
  return asItems(values["vpc"]).length > 0;
}

/** Certificates are often ordered by hand, because someone must prove the domain. One that a stack ordered is waited for. */
const certificate = lookup({
  type: "aws_acm_certificate",
  noun: "ACM Certificate",
  by: { domain: "domain_name" },
  where: (values, configuration, aws) => statusesAsked(configuration).includes(statusOf(values, aws)),
  choose: (found, configuration) => (configuration["most_recent"] === true ? found.at(-1) : undefined),
  answer: {
    ...same("id=arn arn certificate=certificate_body certificate_chain"),
    domain: "domain_name",
    status: statusOf,
    tags: tagsOf,
  },
  assume: (configuration, { account, region, partition, cloud }) => {
    const domain = asText(configuration["domain"]);
    if (domain === undefined || !statusesAsked(configuration).includes("ISSUED")) return undefined;
    if (cloud.find("aws_acm_certificate", "domain_name", domain)?.region === region) return undefined;
    const hex = stableHex(32, "certificate", account, region, domain);
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    const arn = `arn:${partition}:acm:${region}:${account}:certificate/${id}`;
    return {
      assumed: `ACM certificate for "${domain}"`,
      values: { id: arn, arn, domain, status: "ISSUED", certificate: "", certificate_chain: "", tags: {} },
    };
  },
});

function statusesAsked(configuration: Values): readonly string[] {
  const statuses = asTexts(configuration["statuses"]);
  return statuses.length > 0 ? statuses : ["ISSUED"];
}

function statusOf(values: Values, { cloud }: AwsContext): string {
  const validation = cloud.find(
    "aws_acm_certificate_validation",
    "certificate_arn",
    asText(values["arn"]) ?? "",
  );
  return validation ? "ISSUED" : (asText(values["status"]) ?? "ISSUED");
}

export const domainDataSources: readonly DataSource[] = [zone, zones, certificate];
