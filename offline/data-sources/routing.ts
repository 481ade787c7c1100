import { type AwsContext } from "../resources/behaviour";
import { asItems, asText } from "../values/reading";
import { type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { tagsOf } from "./existing";
import { listing, lookup, same, type Source } from "./lookup";

const tables = ["aws_route_table", "aws_default_route_table"];
const owner: Source = (_values, { account }) => account;

const filters: Readonly<Record<string, Source>> = {
  ...same("route-table-id=id vpc-id=vpc_id"),
  "association.subnet-id": (values, aws) => associated(values, aws, "subnet_id"),
  "association.gateway-id": (values, aws) => associated(values, aws, "gateway_id"),
  "association.main": (values, aws) => isMain(values, aws),
  "owner-id": owner,
  "route.destination-cidr-block": (values, aws) =>
    routes(values, aws).map(({ cidr_block: cidr }) => cidr ?? null),
  "route.nat-gateway-id": (values, aws) => routes(values, aws).map(({ nat_gateway_id: id }) => id ?? null),
  "route.gateway-id": (values, aws) => routes(values, aws).map(({ gateway_id: id }) => id ?? null),
};

const routeTable = lookup({
  type: "aws_route_table",
  resources: tables,
  noun: "EC2 Route Table",
  by: {
    ...same("id route_table_id=id vpc_id"),
    subnet_id: (values, aws) => associated(values, aws, "subnet_id"),
    gateway_id: (values, aws) => associated(values, aws, "gateway_id"),
  },
  filters,
  answer: {
    ...same("id route_table_id=id arn vpc_id"),
    associations: (values, aws) =>
      associationsOf(values, aws).map((association) => ({
        route_table_association_id: association["id"] ?? null,
        route_table_id: values["id"] ?? null,
        subnet_id: association["subnet_id"] ?? "",
        gateway_id: association["gateway_id"] ?? "",
        main: false,
      })),
    owner_id: owner,
    routes: (values, aws) => routes(values, aws),
    tags: tagsOf,
  },
});

const routeTables = listing({
  type: "aws_route_tables",
  resources: tables,
  by: same("vpc_id"),
  filters,
  answer: (found) => ({ ids: found.flatMap(({ id }) => asText(id) ?? []) }),
});

export const routingDataSources: readonly DataSource[] = [routeTable, routeTables];

function associationsOf(values: Values, { cloud }: AwsContext): readonly Values[] {
  return cloud
    .all("aws_route_table_association")
    .map((association) => association.values)
    .filter((association) => association["route_table_id"] === values["id"]);
}

function associated(values: Values, aws: AwsContext, end: "subnet_id" | "gateway_id"): readonly string[] {
  return associationsOf(values, aws).flatMap((association) => asText(association[end]) ?? []);
}

function isMain(values: Values, { cloud }: AwsContext): boolean {
  const id = asText(values["id"]) ?? "";
  return (
    cloud.find("aws_vpc", "main_route_table_id", id) !== undefined ||
    cloud.find("aws_main_route_table_association", "route_table_id", id) !== undefined
  );
}

const routeTargets = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "instance_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
];

/** Inline routes and those of `aws_route`; what has no value is an empty text, as the provider shows it. */
function routes(values: Values, { cloud }: AwsContext): readonly Values[] {
  const separate = cloud
    .all("aws_route")
    .filter((route) => route.values["route_table_id"] === values["id"])
    .map((route) => route.values);
  return [
    ...asItems(values["route"]).map((route) => routeAs(route, "cidr_block", "ipv6_cidr_block")),
    ...separate.map((route) => routeAs(route, "destination_cidr_block", "destination_ipv6_cidr_block")),
  ];
}

function routeAs(route: Values, cidr: string, ipv6Cidr: string): Values {
  return {
    cidr_block: asText(route[cidr]) ?? "",
    ipv6_cidr_block: asText(route[ipv6Cidr]) ?? "",
    destination_prefix_list_id: asText(route["destination_prefix_list_id"]) ?? "",
    ...Object.fromEntries(routeTargets.map((target) => [target, asText(route[target]) ?? ""])),
  };
}
