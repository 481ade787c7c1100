import { dnsSuffix } from "../regions/partitions";
import { awsPrefixListId, prefixListCidrs } from "../regions/prefix-lists";
import { zonesOf } from "../regions/regions";
import { type AwsContext } from "../resources/behaviour";
import { asText, asTexts } from "../values/reading";
import { type Values } from "../values/value";
import { type Answer, type DataSource } from "./data-source";
import { tagsOf } from "./existing";
import { badFilter, filterMatches } from "./filter";
import { lookup, same } from "./lookup";
import { stableHex } from "./stable-ids";

const vpcEndpoint = lookup({
  type: "aws_vpc_endpoint",
  noun: "EC2 VPC Endpoint",
  by: { ...same("id vpc_id service_name"), state: (values) => asText(values["state"]) ?? "available" },
  filters: same(
    "vpc-endpoint-id=id vpc-id=vpc_id service-name=service_name vpc-endpoint-type=vpc_endpoint_type",
  ),
  answer: {
    ...same("id arn cidr_blocks dns_entry dns_options ip_address_type network_interface_ids owner_id policy"),
    ...same(
      "prefix_list_id private_dns_enabled requester_managed route_table_ids security_group_ids service_name",
    ),
    ...same("subnet_ids vpc_endpoint_type vpc_id"),
    state: (values) => asText(values["state"]) ?? "available",
    tags: tagsOf,
  },
});

/** AWS's own services exist in every region; only S3 and DynamoDB also have gateway endpoints. */
const vpcEndpointService: DataSource = {
  type: "aws_vpc_endpoint_service",
  read(configuration, aws) {
    const service = asText(configuration["service"]);
    const given = asText(configuration["service_name"]);
    const prefix = aws.partition === "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws";
    const name = given ?? (service === undefined ? undefined : `${prefix}.${aws.region}.${service}`);
    const type = asText(configuration["service_type"]);
    const short = name?.startsWith(`${prefix}.${aws.region}.`)
      ? name.slice(prefix.length + aws.region.length + 2)
      : "";
    const hasGateway = short === "s3" || short === "dynamodb";
    const isGateway = hasGateway && type !== "Interface";
    if (name === undefined || short === "" || (type === "Gateway" && !hasGateway)) {
      const message = "no matching EC2 VPC Endpoint Service found";
      const advice = "Name a service of AWS in the provider's region; services of others are not simulated.";
      return { refusal: { code: "InvalidServiceName", message, advice } };
    }
    return {
      values: endpointService(name, short, isGateway, aws),
      assumed: `VPC endpoint service "${name}"`,
    };
  },
};

function endpointService(name: string, service: string, isGateway: boolean, aws: AwsContext): Values {
  const id = `vpce-svc-${stableHex(17, name, isGateway ? "Gateway" : "Interface")}`;
  const host = `${service}.${aws.region}.${dnsSuffix(aws.partition)}`;
  return {
    id,
    service_id: id,
    service_name: name,
    service_type: isGateway ? "Gateway" : "Interface",
    service_region: aws.region,
    arn: `arn:${aws.partition}:ec2:${aws.region}:amazon:vpc-endpoint-service/${id}`,
    acceptance_required: false,
    availability_zones: zonesOf(aws.region).map((zone) => zone.name),
    base_endpoint_dns_names: [isGateway ? host : `${service}.${aws.region}.vpce.${dnsSuffix(aws.partition)}`],
    manages_vpc_endpoints: false,
    owner: "amazon",
    private_dns_name: isGateway ? "" : host,
    private_dns_names: isGateway ? [] : [host],
    supported_ip_address_types: ["ipv4"],
    tags: {},
    vpc_endpoint_policy_supported: true,
  };
}

interface PrefixList {
  readonly id: string;
  readonly name: string;
}

function awsPrefixLists({ region }: AwsContext): readonly PrefixList[] {
  const names = ["s3", "dynamodb"].map((service) => `com.amazonaws.${region}.${service}`);
  return [...names, "com.amazonaws.global.cloudfront.origin-facing"].map((name) => ({
    name,
    id: awsPrefixListId(name, region),
  }));
}

const prefixList: DataSource = {
  type: "aws_prefix_list",
  read(configuration, aws) {
    return awsPrefixList(configuration, aws, "prefix_list_id", ({ id, name }) => ({
      id,
      name,
      cidr_blocks: prefixListCidrs,
    }));
  },
};

const ownPrefixList = lookup({
  type: "aws_ec2_managed_prefix_list",
  noun: "EC2 Managed Prefix List",
  by: same("id name"),
  filters: {
    ...same("prefix-list-id=id prefix-list-name=name"),
    "owner-id": (_values, { account }) => account,
  },
  answer: {
    ...same("id arn name address_family max_entries version owner_id"),
    entries: ({ entry }) => entry,
    tags: tagsOf,
  },
  assume: (configuration, aws) =>
    awsPrefixList(configuration, aws, "id", ({ id, name }) => ({
      id,
      name,
      arn: `arn:${aws.partition}:ec2:${aws.region}:aws:prefix-list/${id}`,
      address_family: "IPv4",
      entries: prefixListCidrs.map((cidr) => ({ cidr, description: "" })),
      max_entries: name.endsWith("origin-facing") ? 55 : 0,
      owner_id: "AWS",
      tags: {},
      version: 1,
    })),
});

export const endpointDataSources: readonly DataSource[] = [
  vpcEndpoint,
  vpcEndpointService,
  prefixList,
  ownPrefixList,
];

function awsPrefixList(
  configuration: Values,
  aws: AwsContext,
  idArgument: string,
  show: (list: PrefixList) => Values,
): Answer {
  const known = { "prefix-list-id": "id", "prefix-list-name": "name", "owner-id": "owner" };
  const refused = badFilter(configuration, known);
  if (refused) return { refusal: refused };
  const found = awsPrefixLists(aws).filter(
    ({ id, name }) =>
      (asText(configuration[idArgument]) ?? id) === id &&
      (asText(configuration["name"]) ?? name) === name &&
      filterMatches(configuration, (filter) =>
        filter === "prefix-list-id" ? id : filter === "owner-id" ? "AWS" : name,
      ),
  );
  const [list, another] = found;
  if (list && !another) return { values: show(list), assumed: `prefix list "${list.name}"` };
  const message = another
    ? "multiple EC2 Prefix Lists matched; use additional constraints to reduce matches to a single EC2 Prefix List"
    : "no matching EC2 Prefix List found";
  const names = asTexts(awsPrefixLists(aws).map(({ name }) => name)).join(", ");
  return {
    refusal: { code: "InvalidPrefixListID.NotFound", message, advice: `Offline, AWS has these: ${names}.` },
  };
}
