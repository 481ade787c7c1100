import { asked, asText } from "../values/reading";
import { type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { crc32 } from "./crc32";
import { ec2Kind } from "./ec2-kind";
import { addressIn, publicAddress, publicHost } from "./made-up-addresses";
import { ec2Id } from "./made-up-ids";

const routeTable = ec2Kind("aws_route_table", "rtb route-table", () => ({ propagating_vgws: [], route: [] }));

/** Takes over the main route table that AWS made along with the VPC. */
const defaultRouteTable: ResourceBehaviour = {
  type: "aws_default_route_table",
  create(given, aws) {
    const id = asked(given, "default_route_table_id");
    return {
      ...adopted(id, "route-table", aws),
      vpc_id: vpcOf(aws, "default_route_table_id", id),
      route: [],
    };
  },
  importId: (values) => asked(values, "vpc_id"),
};

const defaultNetworkAcl: ResourceBehaviour = {
  type: "aws_default_network_acl",
  create(given, aws) {
    const id = asked(given, "default_network_acl_id");
    return { ...adopted(id, "network-acl", aws), vpc_id: vpcOf(aws, "default_network_acl_id", id) };
  },
};

/** The provider makes the id of a route: AWS has none. */
const route: ResourceBehaviour = {
  type: "aws_route",
  create: (given) => ({
    id: `r-${asked(given, "route_table_id")}${crc32(destination(given))}`,
    origin: "CreateRoute",
    state: "active",
  }),
  importId: (values) => `${asked(values, "route_table_id")}_${destination(values)}`,
};

const association: ResourceBehaviour = {
  type: "aws_route_table_association",
  create: (_given, aws) => ({ id: ec2Id("rtbassoc", aws) }),
  importId: (values) =>
    `${asked(values, "subnet_id") || asked(values, "gateway_id")}/${asked(values, "route_table_id")}`,
};

const mainAssociation: ResourceBehaviour = {
  type: "aws_main_route_table_association",
  create: (given, aws) => ({
    id: ec2Id("rtbassoc", aws),
    original_route_table_id:
      aws.cloud.find("aws_vpc", "id", asked(given, "vpc_id"))?.values["main_route_table_id"] ?? "",
  }),
};

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
const natGateway = ec2Kind("aws_nat_gateway", "nat natgateway", (given, aws) => {
  const subnet = aws.cloud.find("aws_subnet", "id", asked(given, "subnet_id"))?.values ?? {};
  const address = aws.cloud.find("aws_eip", "allocation_id", asked(given, "allocation_id"))?.values;
  return {
    association_id: address ? ec2Id("eipassoc", aws) : "",
    availability_mode: "zonal",
    auto_provision_zones: "",
    auto_scaling_ips: "",
    network_interface_id: ec2Id("eni", aws),
    private_ip: addressIn(asked(subnet, "cidr_block"), aws),
    public_ip: address?.["public_ip"] ?? "",
    secondary_allocation_ids: [],
    secondary_private_ip_address_count: 0,
    secondary_private_ip_addresses: [],
    vpc_id: subnet["vpc_id"] ?? "",
  };
});

const elasticAddress = ec2Kind("aws_eip", "eipalloc elastic-ip", (_given, aws, id) => {
  const address = publicAddress(aws);
  return {
    allocation_id: id,
    domain: "vpc",
    network_border_group: aws.region,
    public_dns: publicHost(address, aws),
    public_ip: address,
    public_ipv4_pool: "amazon",
  };
});

const elasticAddressAssociation: ResourceBehaviour = {
  type: "aws_eip_association",
  create: (given, aws) => ({
    id: ec2Id("eipassoc", aws),
    public_ip:
      aws.cloud.find("aws_eip", "allocation_id", asked(given, "allocation_id"))?.values["public_ip"] ?? "",
  }),
};

const networkAcl = ec2Kind("aws_network_acl", "acl network-acl", () => ({
  ingress: [],
  egress: [],
  subnet_ids: [],
}));

const networkAclRule: ResourceBehaviour = {
  type: "aws_network_acl_rule",
  create: (given) => ({ id: `nacl-${crc32(aclRuleParts(given).join("-"))}` }),
  importId: (values) => aclRuleParts(values).join(":"),
};

export const routingBehaviours: readonly ResourceBehaviour[] = [
  routeTable,
  defaultRouteTable,
  route,
  association,
  mainAssociation,
  natGateway,
  elasticAddress,
  elasticAddressAssociation,
  networkAcl,
  defaultNetworkAcl,
  networkAclRule,
  { type: "aws_network_acl_association", create: (_given, aws) => ({ id: ec2Id("aclassoc", aws) }) },
];

function adopted(id: string, word: string, aws: AwsContext): Values {
  return { id, arn: arn(aws, "ec2", `${word}/${id}`), owner_id: aws.account };
}

function vpcOf(aws: AwsContext, attribute: string, id: string): string {
  return asText(aws.cloud.find("aws_vpc", attribute, id)?.values["id"]) ?? "";
}

function destination(values: Values): string {
  const names = ["destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"];
  return names.map((name) => asked(values, name)).find((text) => text !== "") ?? "";
}

function aclRuleParts(values: Values): readonly string[] {
  const names = ["network_acl_id", "rule_number", "protocol"];
  return [...names.map((name) => String(values[name])), String(values["egress"] === true)];
}
