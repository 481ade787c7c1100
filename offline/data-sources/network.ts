import { type AwsContext } from "../resources/behaviour";
import { asText, asTexts } from "../values/reading";
import { type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { tagsOf } from "./existing";
import { listing, lookup, same, type Source } from "./lookup";

/** Parts of several data sources of EC2. */
const owner: Source = (_values, { account }) => account;
const available: Source = (values) => asText(values["state"]) ?? "available";
const tags: Source = tagsOf;

const vpcs = ["aws_vpc", "aws_default_vpc"];
const vpcFilters: Readonly<Record<string, Source>> = {
  ...same(
    "vpc-id=id cidr=cidr_block cidr-block-association.cidr-block=cidr_block dhcp-options-id=dhcp_options_id",
  ),
  "is-default": isDefault,
  isDefault,
  "owner-id": owner,
  state: available,
};

const vpc = lookup({
  type: "aws_vpc",
  resources: vpcs,
  noun: "EC2 VPC",
  by: { ...same("id cidr_block dhcp_options_id"), default: onlyDefault, state: available },
  filters: vpcFilters,
  answer: {
    ...same("id arn cidr_block dhcp_options_id enable_dns_hostnames enable_dns_support ipv6_cidr_block"),
    ...same("enable_network_address_usage_metrics ipv6_association_id main_route_table_id"),
    instance_tenancy: (values) => asText(values["instance_tenancy"]) ?? "default",
    cidr_block_associations: (values, aws) => cidrAssociations(values, aws),
    default: isDefault,
    owner_id: owner,
    state: available,
    tags,
  },
});

const vpcList = listing({
  type: "aws_vpcs",
  resources: vpcs,
  filters: vpcFilters,
  answer: (found) => ({ ids: ids(found) }),
});

const subnets = ["aws_subnet", "aws_default_subnet"];
const subnetFilters: Readonly<Record<string, Source>> = {
  ...same(
    "subnet-id=id vpc-id=vpc_id cidr-block=cidr_block cidr=cidr_block availability-zone=availability_zone",
  ),
  ...same("availability-zone-id=availability_zone_id availabilityZone=availability_zone"),
  ...same("map-public-ip-on-launch=map_public_ip_on_launch subnet-arn=arn cidrBlock=cidr_block"),
  "owner-id": owner,
  state: available,
};

const subnet = lookup({
  type: "aws_subnet",
  resources: subnets,
  noun: "EC2 Subnet",
  by: {
    ...same("id vpc_id cidr_block ipv6_cidr_block availability_zone availability_zone_id"),
    default_for_az: onlyDefault,
    state: available,
  },
  filters: subnetFilters,
  answer: {
    ...same("id arn vpc_id cidr_block ipv6_cidr_block availability_zone availability_zone_id"),
    ...same(
      "assign_ipv6_address_on_creation customer_owned_ipv4_pool enable_dns64 enable_lni_at_device_index",
    ),
    ...same("enable_resource_name_dns_a_record_on_launch enable_resource_name_dns_aaaa_record_on_launch"),
    ...same("ipv6_cidr_block_association_id ipv6_native map_customer_owned_ip_on_launch outpost_arn"),
    ...same("map_public_ip_on_launch private_dns_hostname_type_on_launch"),
    available_ip_address_count: freeAddresses,
    default_for_az: isDefault,
    owner_id: owner,
    state: available,
    tags,
  },
});

const subnetList = listing({
  type: "aws_subnets",
  resources: subnets,
  filters: subnetFilters,
  answer: (found) => ({ ids: ids(found) }),
});

const securityGroups = ["aws_security_group", "aws_default_security_group"];
const securityGroupFilters = same("group-id=id group-name=name vpc-id=vpc_id description owner-id=owner_id");

const securityGroup = lookup({
  type: "aws_security_group",
  resources: securityGroups,
  noun: "EC2 Security Group",
  by: same("id name vpc_id"),
  filters: securityGroupFilters,
  answer: { ...same("id arn name vpc_id description"), tags },
});

const securityGroupList = listing({
  type: "aws_security_groups",
  resources: securityGroups,
  filters: securityGroupFilters,
  answer: (found) => ({
    ids: ids(found),
    arns: found.flatMap(({ arn }) => asText(arn) ?? []),
    vpc_ids: found.flatMap(({ vpc_id: vpcId }) => asText(vpcId) ?? []),
  }),
});

const internetGateway = lookup({
  type: "aws_internet_gateway",
  noun: "EC2 Internet Gateway",
  by: same("internet_gateway_id=id id"),
  filters: { ...same("internet-gateway-id=id"), "attachment.vpc-id": attachedVpc, "owner-id": owner },
  answer: {
    ...same("id internet_gateway_id=id arn"),
    attachments: (values, aws) => {
      const vpcId = attachedVpc(values, aws);
      return vpcId === undefined ? [] : [{ state: "available", vpc_id: vpcId }];
    },
    owner_id: owner,
    tags,
  },
});

const natGateway = lookup({
  type: "aws_nat_gateway",
  noun: "EC2 NAT Gateway",
  by: { ...same("id subnet_id vpc_id"), state: available, vpc_id: vpcOfSubnet },
  filters: { ...same("nat-gateway-id=id subnet-id=subnet_id"), "vpc-id": vpcOfSubnet, state: available },
  answer: {
    ...same(
      "id allocation_id association_id connectivity_type network_interface_id private_ip public_ip subnet_id",
    ),
    ...same("secondary_allocation_ids secondary_private_ip_address_count secondary_private_ip_addresses"),
    ...same(
      "availability_mode availability_zone_address route_table_id auto_provision_zones auto_scaling_ips",
    ),
    ...same("regional_nat_gateway_address"),
    state: available,
    vpc_id: vpcOfSubnet,
    tags,
  },
});

const eip = lookup({
  type: "aws_eip",
  noun: "EC2 EIP",
  by: same("id public_ip"),
  filters: same(
    "allocation-id=id public-ip=public_ip private-ip-address=private_ip instance-id=instance domain association-id=association_id",
  ),
  answer: {
    ...same(
      "id arn association_id carrier_ip customer_owned_ip customer_owned_ipv4_pool domain instance_id=instance",
    ),
    ...same(
      "ipam_pool_id network_interface_id=network_interface private_dns private_ip ptr_record public_dns",
    ),
    ...same("public_ip public_ipv4_pool"),
    tags,
  },
});

export const networkDataSources: readonly DataSource[] = [
  vpc,
  vpcList,
  subnet,
  subnetList,
  securityGroup,
  securityGroupList,
  internetGateway,
  natGateway,
  eip,
];

function ids(found: readonly Values[]): readonly string[] {
  return found.flatMap(({ id }) => asText(id) ?? []);
}

/** What a default VPC or subnet is made of by AWS, and adopted by a resource of its own type. */
function isDefault(values: Values): boolean {
  return values["is_default"] === true || values["default_for_az"] === true;
}

/** `default = false` does not narrow the search: the provider cannot tell it from nothing. */
function onlyDefault(values: Values): readonly boolean[] {
  return isDefault(values) ? [true, false] : [false];
}

function cidrAssociations(values: Values, { cloud }: AwsContext): readonly Values[] {
  const id = asText(values["id"]) ?? "";
  const secondary = cloud
    .all("aws_vpc_ipv4_cidr_block_association")
    .filter((association) => association.values["vpc_id"] === id)
    .map((association) => association.values);
  return [{ ...values, id: `vpc-cidr-assoc-${id.replace("vpc-", "")}` }, ...secondary].map((block) => ({
    association_id: block["id"] ?? null,
    cidr_block: block["cidr_block"] ?? null,
    state: "associated",
  }));
}

/** AWS keeps five addresses of a subnet: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function freeAddresses(values: Values): number | undefined {
  const prefix = Number(asText(values["cidr_block"])?.split("/")[1]);
  return Number.isNaN(prefix) ? undefined : 2 ** (32 - prefix) - 5;
}

function attachedVpc(values: Values, { cloud }: AwsContext): string | undefined {
  const attachment = cloud.find(
    "aws_internet_gateway_attachment",
    "internet_gateway_id",
    asText(values["id"]) ?? "",
  );
  return asTexts([values["vpc_id"] ?? null, attachment?.values["vpc_id"] ?? null]).find((id) => id !== "");
}

function vpcOfSubnet(values: Values, { cloud }: AwsContext): string | undefined {
  const subnetId = asText(values["subnet_id"]) ?? "";
  return asText(values["vpc_id"]) ?? asText(cloud.find("aws_subnet", "id", subnetId)?.values["vpc_id"]);
}
