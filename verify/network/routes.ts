import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isOpen, isUnset, itemsOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { Unknown, type Value, type ValueMap } from "../values/value";
import { type Block, parseBlock } from "./block";
import { attributeOf, identityOf, resourceOf } from "./identity";
import { PrefixLists } from "./prefix-lists";

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
  /** What the files do not tell of it: where it leads, or in which table it is. */
  readonly untold?: string;
}

/** Routes of subnets. @see https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export class Routes {
  private readonly byTable = new Map<string, NetworkRoute[]>();
  private readonly tableOfSubnet = new Map<string, string>();
  private readonly mainTable = new Map<string, string>();
  /** Tables that are made here. */
  private readonly tables = new Set<string>();
  /** Tables that a gateway endpoint is in. */
  private readonly tablesOfEndpoint = new Map<string, Set<string>>();

  /** Routes in tables that are made elsewhere, which may be any subnet's. */
  private readonly strays: NetworkRoute[] = [];
  /** Tables of subnets that an expression names. */
  private readonly strayTables = new Map<string, string>();
  /** Expressions that make more routes of a table. */
  private readonly untoldIn = new Map<string, string>();
  private readonly prefixLists: PrefixLists;

  /** Places of the VPCs that are made here. */
  readonly vpcs: ReadonlySet<string>;

  constructor(environment: EnvironmentFiles) {
    this.vpcs = new Set(environment.all("aws_vpc").map(({ place }) => place));
    this.prefixLists = new PrefixLists(environment);
    this.readTables(environment);
    this.readDefaultVpc(environment);
    for (const resource of environment.all("aws_route")) {
      const table = resource.values["route_table_id"];
      const made = isMadeHere(table);
      for (const route of this.routesOf(resource, resource.values)) {
        if (made) this.add(tableOf(table), route);
        else this.strays.push({ ...route, untold: showValue(table) });
      }
    }
    for (const resource of environment.all("aws_vpn_gateway_route_propagation")) {
      const { route_table_id: table, vpn_gateway_id: gateway } = resource.values;
      if (!isUnset(gateway)) this.add(tableOf(table), learned(resource, gateway));
    }
    for (const { values } of environment.all("aws_route_table_association")) {
      const { subnet_id: subnet, route_table_id: table } = values;
      if (isUnset(subnet) || isUnset(table)) continue;
      if (subnet instanceof Unknown && !resourceOf(subnet))
        this.strayTables.set(showValue(subnet), tableOf(table));
      this.tableOfSubnet.set(identityOf(subnet), tableOf(table));
    }
    this.readEndpoints(environment);
  }

  /** Routes of a subnet, besides the local one. */
  of(subnet: Resource): readonly NetworkRoute[] {
    return this.byTable.get(this.tableOf(subnet)) ?? [];
  }

  /** Those, and routes that may be there. */
  allOf(subnet: Resource): readonly NetworkRoute[] {
    const isAssociated = this.tableOfSubnet.has(subnet.place);
    const perhaps = [...(isAssociated ? [] : this.strayTables)].flatMap(([untold, table]) =>
      (this.byTable.get(table) ?? []).map((route) => ({ ...route, untold })),
    );
    return [...this.of(subnet), ...this.strays, ...perhaps];
  }

  /** All that are written anywhere. */
  get all(): readonly NetworkRoute[] {
    return [...this.byTable.values(), this.strays].flat();
  }

  /** Why a subnet may have routes that are not written. */
  untoldOf(subnet: Resource): readonly string[] {
    const table = this.tableOf(subnet);
    const written = this.untoldIn.get(table);
    if (written !== undefined) return [written];
    const vpc = vpcOf(subnet.values["vpc_id"]);
    const isMain = table === mainTableOf(vpc);
    const isElsewhere = isMain ? !this.vpcs.has(vpc) && !this.byTable.has(table) : !this.tables.has(table);
    return isElsewhere ? [table] : [];
  }

  /** Whether traffic of a subnet to a service takes its gateway endpoint. */
  hasEndpoint(subnet: Resource, endpoint: Resource): boolean {
    return this.tablesOfEndpoint.get(endpoint.place)?.has(this.tableOf(subnet)) ?? false;
  }

  private tableOf(subnet: Resource): string {
    const vpc = vpcOf(subnet.values["vpc_id"]);
    return this.tableOfSubnet.get(subnet.place) ?? this.mainTable.get(vpc) ?? mainTableOf(vpc);
  }

  private readTables(environment: EnvironmentFiles): void {
    for (const table of environment.all("aws_route_table", "aws_default_route_table")) {
      const key =
        table.type === "aws_route_table" ? table.place : tableOf(table.values["default_route_table_id"]);
      this.tables.add(key);
      const written = table.values["route"];
      if (isOpen(written)) this.untoldIn.set(key, showValue(written));
      for (const route of blocksOf(table.values, "route").flatMap((one) => this.routesOf(table, one))) {
        this.add(key, route);
      }
      for (const gateway of itemsOf(table.values["propagating_vgws"])) this.add(key, learned(table, gateway));
    }
    for (const { values } of environment.all("aws_main_route_table_association")) {
      if (isUnset(values["vpc_id"])) continue;
      this.mainTable.set(vpcOf(values["vpc_id"]), tableOf(values["route_table_id"]));
    }
  }

  /** @see https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html */
  private readDefaultVpc(environment: EnvironmentFiles): void {
    const main = mainTableOf(defaultVpc);
    const [resource] = environment.all("aws_default_vpc", "aws_default_subnet");
    if (!resource || this.tables.has(main)) return;
    const target = "the internet gateway of the default VPC";
    this.add(main, {
      resource,
      destination: parseBlock("0.0.0.0/0"),
      to: "0.0.0.0/0",
      way: "internet gateway",
      target,
    });
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

  private routesOf(resource: Resource, values: ValueMap): readonly NetworkRoute[] {
    const given = ways.find(([attribute]) => isWritten(values[attribute]));
    const target = given && values[given[0]];
    if (!given || isUnset(target) || target === "local") return [];
    const [written] = destinationAttributes.map((name) => values[name]).filter(isWritten);
    const to = showValue(written).replaceAll('"', "");
    // A gateway in a variable may be that of the internet or of a VPN.
    const untold = given[0] === "gateway_id" && target instanceof Unknown ? showValue(target) : undefined;
    const route = { resource, to, way: given[1](target), target, ...(untold !== undefined && { untold }) };
    const list = resourceOf(written);
    const entries = list && this.prefixLists.entriesOf(list);
    return (entries?.map((cidr) => showValue(cidr).replaceAll('"', "")) ?? [to]).map((text) => ({
      ...route,
      destination: parseBlock(text),
    }));
  }

  private add(table: string, route: NetworkRoute): void {
    const routes = this.byTable.get(table);
    if (routes) routes.push(route);
    else this.byTable.set(table, [route]);
  }
}

/** What a VPN announces, its other end decides. */
function learned(resource: Resource, target: Value): NetworkRoute {
  return { resource, destination: undefined, to: "what a VPN announces", way: "another network", target };
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
  ["instance_id", () => "another network"],
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
  if (isVpc(resource) && /^(default|main)_route_table_id$/.test(attributeOf(value))) {
    return mainTableOf(vpcOf(value));
  }
  if (resource?.type === "aws_default_route_table") return tableOf(resource.values["default_route_table_id"]);
  return value === undefined ? "" : identityOf(value);
}

/** Whether a table is made here, be it by AWS together with a VPC. */
function isMadeHere(table: Value | undefined): boolean {
  return resourceOf(table)?.mode === "managed";
}

function isVpc(resource: Resource | undefined): boolean {
  return resource?.type === "aws_vpc" || resource?.type === "aws_default_vpc";
}

const defaultVpc = "the default VPC";

function vpcOf(value: Value | undefined): string {
  return isUnset(value) || resourceOf(value)?.type === "aws_default_vpc" ? defaultVpc : identityOf(value);
}

function mainTableOf(vpc: string): string {
  return `main route table of ${vpc}`;
}
