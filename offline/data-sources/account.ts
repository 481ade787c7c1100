import { dnsSuffix, partitionOf } from "../regions/partitions";
import { regions } from "../regions/regions";
import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { type DataContext, type DataSource } from "./data-source";
import { filterMatches } from "./filter";
import { stableHex, stableId } from "./stable-ids";

/** Who plans: a made-up session of a made-up role, in the account of the provider. */
const callerIdentity = simple("aws_caller_identity", (_configuration, { account, partition }) => ({
  id: account,
  account_id: account,
  arn: `arn:${partition}:sts::${account}:assumed-role/offline/terraform`,
  user_id: `${stableId("AROA", 17, "role", account)}:terraform`,
}));

const partition = simple("aws_partition", (_configuration, aws) => ({
  id: aws.partition,
  partition: aws.partition,
  dns_suffix: dnsSuffix(aws.partition),
  reverse_dns_prefix: reverseDns(aws.partition),
}));

const region: DataSource = {
  type: "aws_region",
  read(configuration, aws) {
    const endpoint = asText(configuration["endpoint"]);
    const byEndpoint = endpoint === undefined ? undefined : /^ec2\.([^.]+)\./.exec(endpoint)?.[1];
    const name = byEndpoint ?? asText(configuration["region"]) ?? asText(configuration["name"]) ?? aws.region;
    const found = regions.find((row) => row.name === name);
    if (!found || (endpoint !== undefined && byEndpoint === undefined)) {
      const message = endpoint
        ? `region not found for endpoint "${endpoint}"`
        : `region not found for name "${name}"`;
      return { refusal: { code: "InvalidRegion", message, advice: "Correct the name of the region." } };
    }
    return {
      values: {
        id: name,
        name,
        region: name,
        description: found.description,
        endpoint: `ec2.${name}.${dnsSuffix(partitionOf(name))}`,
      },
    };
  },
};

/** Regions of the partition; those that an account must ask for only with `all_regions`. */
const allRegions = simple("aws_regions", (configuration, aws) => ({
  id: aws.partition,
  names: regions
    .filter((row) => partitionOf(row.name) === aws.partition)
    .filter(({ optIn }) => configuration["all_regions"] === true || !optIn)
    .filter((row) =>
      filterMatches(configuration, (filter) => {
        if (filter === "opt-in-status") return row.optIn ? "not-opted-in" : "opt-in-not-required";
        if (filter === "region-name") return row.name;
        return filter === "endpoint" ? `ec2.${row.name}.${dnsSuffix(aws.partition)}` : undefined;
      }),
    )
    .map(({ name }) => name)
    .sort(),
}));

/** Needs `defaultTags` in the context; without it nothing is known about the provider's block. */
const defaultTags = simple("aws_default_tags", (_configuration, aws) => ({
  id: aws.partition,
  tags: aws.defaultTags ?? {},
}));

const service: DataSource = {
  type: "aws_service",
  read(configuration, aws) {
    const parsed = parseServiceName(configuration, aws);
    if (!parsed) {
      const message = "service ID not provided directly or through a DNS name";
      const advice = "Set service_id, dns_name or reverse_dns_name.";
      return { refusal: { code: "InvalidService", message, advice } };
    }
    const reversePrefix =
      asText(configuration["reverse_dns_prefix"]) ?? reverseDns(partitionOf(parsed.region));
    const reverse = `${reversePrefix}.${parsed.region}.${parsed.id}`;
    return {
      values: {
        id: reverse,
        service_id: parsed.id,
        region: parsed.region,
        reverse_dns_name: reverse,
        reverse_dns_prefix: reversePrefix,
        dns_name: reverse.split(".").reverse().join("."),
        partition: partitionOf(parsed.region),
        supported: true,
      },
    };
  },
};

function parseServiceName(
  configuration: Values,
  aws: DataContext,
): { readonly id: string; readonly region: string } | undefined {
  const reverse =
    asText(configuration["reverse_dns_name"]) ??
    asText(configuration["dns_name"])?.split(".").reverse().join(".");
  const parts = reverse?.split(".") ?? [];
  const id = asText(configuration["service_id"]) ?? parts.at(-1);
  if (id === undefined) return undefined;
  return { id, region: asText(configuration["region"]) ?? parts.at(-2) ?? aws.region };
}

/** Services whose principal names the partition's suffix in China. The others are the same everywhere. */
const chinesePrincipals = new Set(["codedeploy", "ec2", "elasticmapreduce", "logs"]);

const servicePrincipal = simple("aws_service_principal", (configuration, aws) => {
  const name = asText(configuration["service_name"]) ?? "";
  const where = asText(configuration["region"]) ?? aws.region;
  const isChinese = partitionOf(where) === "aws-cn" && chinesePrincipals.has(name);
  const suffix = isChinese ? "amazonaws.com.cn" : "amazonaws.com";
  return { id: `${name}.${where}.${suffix}`, name: `${name}.${suffix}`, suffix, region: where };
});

const canonicalUserId = simple("aws_canonical_user_id", (_configuration, { account }) => ({
  id: stableHex(64, "canonical user", account),
  display_name: "",
}));

/** An account of an organization whose other accounts nobody knows of. */
const organization: DataSource = {
  type: "aws_organizations_organization",
  read(_configuration, { account, partition: where }) {
    const id = `o-${stableHex(10, "organization")}`;
    return {
      assumed: `AWS Organizations organization "${id}", managed by this account`,
      values: {
        id,
        arn: `arn:${where}:organizations::${account}:organization/${id}`,
        feature_set: "ALL",
        master_account_id: account,
        master_account_arn: `arn:${where}:organizations::${account}:account/${id}/${account}`,
        master_account_email: "management@example.com",
        master_account_name: "management",
        accounts: [],
        non_master_accounts: [],
        aws_service_access_principals: [],
        enabled_policy_types: [],
        roots: [],
      },
    };
  },
};

export const accountDataSources: readonly DataSource[] = [
  callerIdentity,
  partition,
  region,
  allRegions,
  defaultTags,
  service,
  servicePrincipal,
  canonicalUserId,
  organization,
];

function simple(type: string, values: (configuration: Values, aws: DataContext) => Values): DataSource {
  return { type, read: (configuration, aws) => ({ values: values(configuration, aws) }) };
}

function reverseDns(partitionName: string): string {
  return dnsSuffix(partitionName).split(".").reverse().join(".");
}
