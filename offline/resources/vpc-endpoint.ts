import { dnsSuffix } from "../regions/partitions";
import { awsPrefixListId, prefixListCidrs } from "../regions/prefix-lists";
import { asked, asTexts } from "../values/reading";
import { type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { crc32 } from "./crc32";
import { ec2Kind } from "./ec2-kind";
import { ec2Id, madeUp } from "./made-up-ids";

/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy */
const fullAccess = JSON.stringify({
  Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }],
  Version: "2008-10-17",
});

const endpoint = ec2Kind(
  "aws_vpc_endpoint",
  "vpce vpc-endpoint",
  (given, aws, id) => {
    const shared = {
      policy: fullAccess,
      private_dns_enabled: false,
      requester_managed: false,
      service_region: aws.region,
      state: "available",
    };
    return { ...shared, ...(isGateway(given) ? gateway(given, aws) : networkInterfaces(given, aws, id)) };
  },
  { computedBlocks: ["dns_options", "subnet_configuration"] },
);

function isGateway(given: Values): boolean {
  return ["", "Gateway"].includes(asked(given, "vpc_endpoint_type"));
}

function gateway(given: Values, { region }: AwsContext): Values {
  return {
    cidr_blocks: prefixListCidrs,
    prefix_list_id: awsPrefixListId(asked(given, "service_name"), region),
    route_table_ids: [],
    ip_address_type: "",
  };
}

/** A network interface in each subnet, and names that lead to them. */
function networkInterfaces(given: Values, aws: AwsContext, id: string): Values {
  const subnets = asTexts(given["subnet_ids"]);
  const vpc = aws.cloud.find("aws_vpc", "id", asked(given, "vpc_id"))?.values ?? {};
  return {
    network_interface_ids: subnets.map((subnet) => ec2Id("eni", aws, subnet)),
    ip_address_type: "ipv4",
    security_group_ids: [asked(vpc, "default_security_group_id")].filter((group) => group !== ""),
    subnet_ids: [],
    dns_entry: dnsEntries(given, aws, id),
  };
}

/** AWS reverses the words of a service in its host name: `ecr.api` is answered at `api.ecr.<region>.amazonaws.com`. */
function dnsEntries(given: Values, aws: AwsContext, id: string): readonly Values[] {
  const [, words = ""] = asked(given, "service_name").split(`.${aws.region}.`);
  const service = words.split(".").reverse().join(".");
  const suffix = dnsSuffix(aws.partition);
  const own = `${id}-${madeUp("alphanumeric", 8, aws).toLowerCase()}`;
  const zone = `Z${madeUp("capitals", 13, aws, `endpoints of ${aws.region}`)}`;
  const names = [own, ...asTexts(given["subnet_ids"]).map((subnet) => `${own}-${zoneOf(subnet, aws)}`)];
  const entries = [...new Set(names)].map((name) => ({
    dns_name: `${name}.${service}.${aws.region}.vpce.${suffix}`,
    hosted_zone_id: zone,
  }));
  if (given["private_dns_enabled"] !== true) return entries;
  const privateZone = `Z${madeUp("capitals", 20, aws, "private zone")}`;
  return [...entries, { dns_name: `${service}.${aws.region}.${suffix}`, hosted_zone_id: privateZone }];
}

function zoneOf(subnet: string, { cloud, region }: AwsContext): string {
  const found = cloud.find("aws_subnet", "id", subnet)?.values ?? {};
  return asked(found, "availability_zone") || region;
}

/** An endpoint with something else: the provider makes the id. */
function association(type: string, attribute: string): ResourceBehaviour {
  return {
    type,
    create: (given) => ({ id: `a-${asked(given, "vpc_endpoint_id")}${crc32(asked(given, attribute))}` }),
    importId: (values) => `${asked(values, "vpc_endpoint_id")}/${asked(values, attribute)}`,
  };
}

export const vpcEndpointBehaviours: readonly ResourceBehaviour[] = [
  endpoint,
  association("aws_vpc_endpoint_route_table_association", "route_table_id"),
  association("aws_vpc_endpoint_subnet_association", "subnet_id"),
  association("aws_vpc_endpoint_security_group_association", "security_group_id"),
  {
    type: "aws_vpc_endpoint_policy",
    create: (given) => ({ id: asked(given, "vpc_endpoint_id"), policy: fullAccess }),
  },
];
