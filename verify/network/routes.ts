import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isUnset, itemsOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { type Block, parseBlock } from "./block";
import { attributeOf, identityOf, resourceOf } from "./identity";

/** What a route leads to. */
export type Way =
  | "internet gateway"
  | "NAT gateway"
  | "egress-only gateway"
  /** Peering, transit gateway, VPN, an appliance: networks that these files do not tell. */
  | "another network";

export interface NetworkRoute {
  /** The route's own resource, or the table where it stands inline. */
  readonly resource: Resource;
  readonly destination: Block | undefined;
  /** As written, for messages. */
  readonly to: string;
  readonly way: Way;
  /** What it names as its target. */
  readonly target: Value;
}

/** Routes of subnets. @see https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export class Routes {
  private readonly byTable = new Map<string, NetworkRoute[]>();
  private readonly tableOfSubnet = new Map<string, string>();
  private readonly mainTable = new Map<string, string>();
  /** Tables that a gateway endpoint is in. */
  private readonly tablesOfEndpoint = new Map<string, Set<string>>();

  /** Places of the VPCs that are made here. */
  readonly vpcs: ReadonlySet<string>;

  constructor(environment: EnvironmentFiles) {
    this.vpcs = new Set(environment.all("aws_vpc").map(({ place }) => place));
    this.readTables(environment);
    for (const resource of environment.all("aws_route")) {
      this.add(tableOf(resource.values["route_table_id"]), resource, resource.values);
    }
    for (const { values } of environment.all("aws_route_table_association")) {
      if (isUnset(values["subnet_id"]) || isUnset(values["route_table_id"])) continue;
      this.tableOfSubnet.set(identityOf(values["subnet_id"]), tableOf(values["route_table_id"]));
    }
    this.readEndpoints(environment);
  }

  /** Routes of a subnet, besides the local one. */
  of(subnet: Resource): readonly NetworkRoute[] {
    return this.byTable.get(this.tableOf(subnet)) ?? [];
  }

  /** Whether traffic of a subnet to a service takes its gateway endpoint. */
  hasEndpoint(subnet: Resource, endpoint: Resource): boolean {
    return this.tablesOfEndpoint.get(endpoint.place)?.has(this.tableOf(subnet)) ?? false;
  }

  private tableOf(subnet: Resource): string {
    const vpc = identityOf(subnet.values["vpc_id"] ?? "the default VPC");
    return this.tableOfSubnet.get(subnet.place) ?? this.mainTable.get(vpc) ?? mainTableOf(vpc);
  }

  private readTables(environment: EnvironmentFiles): void {
    for (const table of environment.all("aws_route_table", "aws_default_route_table")) {
      const key =
        table.type === "aws_route_table" ? table.place : tableOf(table.values["default_route_table_id"]);
      for (const route of blocksOf(table.values, "route")) this.add(key, table, route);
    }
    for (const { values } of environment.all("aws_main_route_table_association")) {
      if (isUnset(values["vpc_id"])) continue;
      this.mainTable.set(identityOf(values["vpc_id"]), tableOf(values["route_table_id"]));
    }
  }

  private readEndpoints(environment: EnvironmentFiles): void {
    for (const endpoint of environment.all("aws_vpc_endpoint")) {
      const tables = itemsOf(endpoint.values["route_table_ids"]).map(tableOf);
      this.tablesOfEndpoint.set(endpoint.place, new Set(tables));
    }
    for (const { values } of environment.all("aws_vpc_endpoint_route_table_association")) {
      const endpoint = resourceOf(values["vpc_endpoint_id"]);
      this.tablesOfEndpoint.get(endpoint?.place ?? "")?.add(tableOf(values["route_table_id"]));
    }
  }

  private add(table: string, resource: Resource, values: ValueMap): void {
    const given = ways.find(([attribute]) => isWritten(values[attribute]));
    const target = given && values[given[0]];
    if (!given || isUnset(target) || target === "local") return;
    const destinations = destinationAttributes.map((name) => values[name]).filter(isWritten);
    const to = showValue(destinations[0]).replaceAll('"', "");
    const way = given[1](target);
    const route = { resource, destination: parseBlock(to), to, way, target };
    const routes = this.byTable.get(table);
    if (routes) routes.push(route);
    else this.byTable.set(table, [route]);
  }
}

const destinationAttributes = [
  "destination_cidr_block",
  "cidr_block",
  "destination_ipv6_cidr_block",
  "ipv6_cidr_block",
  "destination_prefix_list_id",
];

/** Attributes that name a route's target. A `gateway_id` may be that of a VPN. */
const ways: readonly (readonly [attribute: string, way: (target: Value) => Way])[] = [
  ["nat_gateway_id", () => "NAT gateway"],
  ["egress_only_gateway_id", () => "egress-only gateway"],
  ["gateway_id", (target) => (isVpnGateway(target) ? "another network" : "internet gateway")],
  ["vpc_peering_connection_id", () => "another network"],
  ["transit_gateway_id", () => "another network"],
  ["network_interface_id", () => "another network"],
  ["vpc_endpoint_id", () => "another network"],
  ["local_gateway_id", () => "another network"],
  ["carrier_gateway_id", () => "another network"],
  ["core_network_arn", () => "another network"],
];

function isVpnGateway(target: Value): boolean {
  return (
    /^(aws_vpn_gateway|aws_vpc_endpoint)$/.test(resourceOf(target)?.type ?? "") ||
    /^vgw-/.test(String(target))
  );
}

/** Terraform JSON of some tools writes attributes that are left out as empty text. */
function isWritten(value: Value | undefined): value is Value {
  return !isUnset(value) && value !== "";
}

/** One key for a VPC's main table, whatever names it. */
function tableOf(value: Value | undefined): string {
  const resource = resourceOf(value);
  if (resource?.type === "aws_vpc" && /^(default|main)_route_table_id$/.test(attributeOf(value))) {
    return mainTableOf(resource.place);
  }
  if (resource?.type === "aws_default_route_table") return tableOf(resource.values["default_route_table_id"]);
  return value === undefined ? "" : identityOf(value);
}

function mainTableOf(vpc: string): string {
  return `main route table of ${vpc}`;
}
