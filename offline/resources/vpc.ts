import { zonesOf } from "../regions/regions";
import { asked, asText } from "../values/reading";
import { type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type Companion, type ResourceBehaviour } from "./behaviour";
import { ec2Kind } from "./ec2-kind";
import { ec2Id } from "./made-up-ids";
import { allowAll, allowSelf } from "./security-group";

/** What AWS makes along with a VPC. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html */
function vpcCompanions(vpc: Values, aws: AwsContext): readonly Companion[] {
  const common = {
    vpc_id: asked(vpc, "id"),
    owner_id: aws.account,
    region: aws.region,
    tags: {},
    tags_all: {},
  };
  const named = (id: string, word: string) => ({ ...common, id, arn: arn(aws, "ec2", `${word}/${id}`) });
  return [
    {
      type: "aws_security_group",
      values: {
        ...named(asked(vpc, "default_security_group_id"), "security-group"),
        name: "default",
        name_prefix: "",
        description: "default VPC security group",
        ingress: [allowSelf],
        egress: [allowAll],
      },
    },
    {
      type: "aws_route_table",
      values: {
        ...named(asked(vpc, "default_route_table_id"), "route-table"),
        propagating_vgws: [],
        route: [],
      },
    },
    {
      type: "aws_network_acl",
      values: {
        ...named(asked(vpc, "default_network_acl_id"), "network-acl"),
        subnet_ids: [],
        ingress: [],
        egress: [],
      },
    },
  ];
}

/** All VPCs of a region share its default set of DHCP options. */
function dhcpOptions(aws: AwsContext): string {
  const neighbour = aws.cloud.all("aws_vpc").find(({ region }) => region === aws.region);
  return asText(neighbour?.values["dhcp_options_id"]) ?? ec2Id("dopt", aws);
}

const vpc = ec2Kind(
  "aws_vpc",
  "vpc",
  (_given, aws) => {
    const routeTable = ec2Id("rtb", aws, "main route table");
    return {
      default_network_acl_id: ec2Id("acl", aws, "default network ACL"),
      default_route_table_id: routeTable,
      default_security_group_id: ec2Id("sg", aws, "default security group"),
      dhcp_options_id: dhcpOptions(aws),
      main_route_table_id: routeTable,
      enable_dns_hostnames: false,
      enable_network_address_usage_metrics: false,
    };
  },
  { companions: vpcCompanions },
);

const subnet = ec2Kind("aws_subnet", "subnet", (given, { region, account }) => {
  const zones = zonesOf(region);
  const zone =
    zones.find(
      ({ name, id }) => name === given["availability_zone"] || id === given["availability_zone_id"],
    ) ?? zones[0];
  return {
    availability_zone: zone?.name ?? `${region}a`,
    availability_zone_id: zone?.id ?? "",
    owner_id: account,
    private_dns_hostname_type_on_launch: "ip-name",
  };
});

const cidrAssociation: ResourceBehaviour = {
  type: "aws_vpc_ipv4_cidr_block_association",
  create: (_given, aws) => ({ id: ec2Id("vpc-cidr-assoc", aws) }),
};

const peering: ResourceBehaviour = {
  type: "aws_vpc_peering_connection",
  create: (given, aws) => ({
    id: ec2Id("pcx", aws),
    accept_status: given["auto_accept"] === true ? "active" : "pending-acceptance",
    peer_owner_id: aws.account,
    peer_region: aws.region,
  }),
  computedBlocks: ["accepter", "requester"],
};

const peeringAccepter: ResourceBehaviour = {
  type: "aws_vpc_peering_connection_accepter",
  create(given, aws) {
    const id = asked(given, "vpc_peering_connection_id");
    const found = aws.cloud.find("aws_vpc_peering_connection", "id", id)?.values ?? {};
    return {
      id,
      accept_status: given["auto_accept"] === true ? "active" : "pending-acceptance",
      peer_owner_id: aws.account,
      peer_region: aws.region,
      peer_vpc_id: found["vpc_id"] ?? "",
      vpc_id: found["peer_vpc_id"] ?? "",
    };
  },
  computedBlocks: ["accepter", "requester"],
};

const dhcpOptionsAssociation: ResourceBehaviour = {
  type: "aws_vpc_dhcp_options_association",
  create: (given) => ({ id: `${asked(given, "dhcp_options_id")}-${asked(given, "vpc_id")}` }),
  importId: (values) => asked(values, "vpc_id"),
};

export const vpcBehaviours: readonly ResourceBehaviour[] = [
  vpc,
  subnet,
  cidrAssociation,
  ec2Kind("aws_internet_gateway", "igw internet-gateway"),
  ec2Kind("aws_egress_only_internet_gateway", "eigw egress-only-internet-gateway"),
  ec2Kind("aws_vpc_dhcp_options", "dopt dhcp-options"),
  dhcpOptionsAssociation,
  peering,
  peeringAccepter,
];
