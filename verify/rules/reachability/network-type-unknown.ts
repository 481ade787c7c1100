import { type Resource } from "../../estate/resource";
import { placements } from "../../network/placements";
import { isUnset } from "../../values/plain-values";
import { type Value } from "../../values/value";
import { isMap } from "../../values/fields-of";
import { type Rule } from "../rule";

export const networkTypeUnknown: Rule = {
  id: "network-type-unknown",
  title: "Reachability knows everything that is in the network",
  severity: "warning",
  controls: [],
  page: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
  why: "Who can reach it, and whom it lets in, no answer of `ecs-env reach` tells: that it is not named does not mean that it is closed.",
  fix: "Review its security groups and who may use it by hand, and waive it with what you found.",
  check: (environment) =>
    environment.resources
      .filter((resource) => placements[resource.type] || isUnknown(resource))
      .map((resource) =>
        isUnknown(resource)
          ? {
              resource,
              problem: { must: "must be of a type that reachability knows", got: reasonOf(resource) },
            }
          : { resource },
      ),
};

/** What lets traffic in, or passes it on, without naming subnets or groups. */
const waysIn: Readonly<Record<string, string>> = {
  aws_apprunner_service: "a service with an address of its own on the internet",
  aws_dx_private_virtual_interface: "a line from another network",
  aws_dx_transit_virtual_interface: "a line from another network",
  aws_ec2_client_vpn_authorization_rule: "a way for people with the VPN",
  aws_lambda_function_url: "a function's own address on the internet",
  aws_lightsail_container_service: "a service with an address of its own on the internet",
  aws_lightsail_instance: "an instance with an address of its own on the internet",
  aws_networkfirewall_rule_group: "rules of a firewall, which may close what is told as open",
  aws_opensearch_domain: "a domain with an address of its own on the internet",
  aws_elasticsearch_domain: "a domain with an address of its own on the internet",
  aws_route53_resolver_rule: "names that another network's servers answer",
  aws_vpclattice_service: "a service that other VPCs call",
  aws_vpn_connection: "a way from another network",
};

/** Attributes that give a resource interfaces in a VPC, wherever in it they stand. */
const interfaceAttributes = new Set([
  ...["subnet_id", "subnet_ids", "subnets", "vpc_subnet_ids", "client_subnets", "vpc_zone_identifier"],
  ...["security_groups", "security_group_ids", "vpc_security_group_ids", "security_group_id"],
  ...["subnet_mapping", "db_subnet_group_name", "subnet_group_name", "replication_subnet_group_id"],
]);

/** Types with such attributes that have no interfaces: they say something of subnets and groups, or are read together with what they are about. */
const withoutInterfaces = [
  /_subnet_group$/,
  /^aws_(default_)?(subnet|network_acl|route_table|security_group|vpc)$/,
  /^aws_(launch_template|launch_configuration|nat_gateway|flow_log|ec2_tag|ram_resource_association)$/,
  /^aws_(route_table_association|network_acl_association|network_interface_sg_attachment)$/,
  /^aws_(security_group_rule|vpc_security_group_(in|e)gress_rule|vpc_security_group_rules_exclusive)$/,
  /^aws_(vpc_endpoint_subnet_association|vpc_endpoint_security_group_association)$/,
  /^aws_(rds|docdb|neptune)_cluster_instance$/,
  /^aws_(rds|elasticache)_global_(cluster|replication_group)$/,
  /^aws_ec2_subnet_cidr_reservation$/,
];

function isUnknown({ type, values }: Resource): boolean {
  if (type === "aws_opensearch_domain" || type === "aws_elasticsearch_domain") {
    return isUnset(values["vpc_options"]);
  }
  if (placements[type]) return false;
  if (waysIn[type] !== undefined) return true;
  return (
    type.startsWith("aws_") &&
    !withoutInterfaces.some((known) => known.test(type)) &&
    attributeIn(values) !== undefined
  );
}

function reasonOf({ type, values }: Resource): string {
  return `${type}: ${waysIn[type] ?? `has ${attributeIn(values) ?? "interfaces"}`}`;
}

/** The first attribute that is written and gives it interfaces. */
function attributeIn(value: Value | undefined): string | undefined {
  if (Array.isArray(value)) {
    const items: readonly Value[] = value;
    return items.map(attributeIn).find((name) => name !== undefined);
  }
  if (!isMap(value)) return undefined;
  const written = Object.entries(value).filter(([, one]) => !isUnset(one));
  return (
    written.map(([name]) => name).find((name) => interfaceAttributes.has(name)) ??
    written.map(([, one]) => attributeIn(one)).find((name) => name !== undefined)
  );
}
