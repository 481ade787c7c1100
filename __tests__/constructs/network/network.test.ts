import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Network, type NatMode, type NetworkProps } from "../../../constructs/network/network";
import { synthesize } from "../../../testing/synthesize";
import type { Synthesis } from "../../../testing/synthesis";

const natModes: readonly NatMode[] = ["none", "single", "per-zone"];

function synthesizeNetwork(
  props: Partial<NetworkProps> = {},
  use: (network: Network) => void = () => undefined,
) {
  return synthesize((stack) => {
    use(
      new Network(stack, "Network", {
        name: "test",
        account: "123456789012",
        region: "eu-west-1",
        cidrBlock: "10.20.0.0/16",
        ...props,
      }),
    );
  });
}

/** `network_zone_a_private` → the routes of the table that the subnet is associated with. */
function routesOf(synthesis: Synthesis, zone: string, kind: string) {
  const association = synthesis.resource(RouteTableAssociation, `network_zone_${zone}_${kind}_routes`);
  return Object.values(synthesis.resources(Route)).filter(
    (route) => route["route_table_id"] === association["route_table_id"],
  );
}

describe("The VPC of a network", () => {
  test("resolves names, as interface endpoints and private zones need", () => {
    expect(synthesizeNetwork().only(Vpc)).toMatchObject({
      cidr_block: "10.20.0.0/16",
      enable_dns_support: true,
      enable_dns_hostnames: true,
    });
  });

  test("may be destroyed unless told otherwise", () => {
    expect(synthesizeNetwork().only(Vpc)).not.toHaveProperty("lifecycle");
  });

  test("cannot be destroyed by a plan when told so", () => {
    expect(synthesizeNetwork({ preventDestroy: true }).only(Vpc)).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });

  test("has a default security group without rules", () => {
    expect(synthesizeNetwork().only(DefaultSecurityGroup)).toMatchObject({ ingress: [], egress: [] });
  });

  test("has a default route table without routes", () => {
    expect(synthesizeNetwork().only(DefaultRouteTable)).toMatchObject({ route: [] });
  });

  test("has flow logs of refused connections by default", () => {
    expect(synthesizeNetwork().only(FlowLog)).toMatchObject({ traffic_type: "REJECT" });
  });

  test("has flow logs of all connections when told so", () => {
    expect(synthesizeNetwork({ flowLogs: "ALL" }).only(FlowLog)).toMatchObject({ traffic_type: "ALL" });
  });
});

describe("Subnets", () => {
  test("are in zones a and b by default", () => {
    const zones = Object.values(synthesizeNetwork().resources(Subnet)).map(
      (subnet) => subnet["availability_zone"],
    );
    expect([...new Set(zones)]).toEqual(["eu-west-1a", "eu-west-1b"]);
  });

  test("take their blocks from the plan", () => {
    const subnets = Object.entries(synthesizeNetwork().resources(Subnet));
    expect(Object.fromEntries(subnets.map(([name, subnet]) => [name, subnet["cidr_block"]]))).toEqual({
      network_zone_a_private_subnet: "10.20.0.0/19",
      network_zone_a_public_subnet: "10.20.32.0/20",
      network_zone_a_isolated_subnet: "10.20.48.0/20",
      network_zone_b_private_subnet: "10.20.64.0/19",
      network_zone_b_public_subnet: "10.20.96.0/20",
      network_zone_b_isolated_subnet: "10.20.112.0/20",
    });
  });

  test("give no public address, public subnets included", () => {
    const subnets = Object.values(synthesizeNetwork({ zones: ["a", "b", "c"] }).resources(Subnet));
    expect(subnets.map((subnet) => subnet["map_public_ip_on_launch"])).toEqual(Array(9).fill(false));
  });

  test("wait for the way to the internet if they are public, because a public load balancer needs it", () => {
    const waiting = Object.entries(synthesizeNetwork().resources(Subnet)).map(([name, subnet]) => [
      name.replace("network_zone_a_", ""),
      subnet["depends_on"],
    ]);
    expect(waiting.slice(0, 3)).toEqual([
      ["public_subnet", ["aws_route.network_public_internet_route"]],
      ["private_subnet", undefined],
      ["isolated_subnet", undefined],
    ]);
  });

  test("are offered by kind, in the order of the zones", () => {
    const ids: unknown[] = [];
    synthesizeNetwork({ zones: ["c", "a"] }, (network) =>
      ids.push(network.zones, network.privateSubnetIds.length),
    );
    expect(ids).toEqual([["a", "c"], 2]);
  });
});

describe("Routes", () => {
  test("of public subnets lead to the internet gateway", () => {
    expect(routesOf(synthesizeNetwork(), "b", "public")).toEqual([
      expect.objectContaining({
        destination_cidr_block: "0.0.0.0/0",
        gateway_id: "${aws_internet_gateway.network_internet_gateway.id}",
      }),
    ]);
  });

  test.each(natModes)("of isolated subnets lead nowhere with nat %s", (nat) => {
    const synthesis = synthesizeNetwork({ nat });
    expect(["a", "b"].flatMap((zone) => routesOf(synthesis, zone, "isolated"))).toEqual([]);
  });

  test("of isolated subnets are declared to be none, so that one added by hand is a change", () => {
    expect(synthesizeNetwork().resource(RouteTable, "network_zone_b_isolated_route_table")).toMatchObject({
      route: [],
    });
  });

  test.each(natModes)("of private subnets never lead to the internet gateway with nat %s", (nat) => {
    const synthesis = synthesizeNetwork({ nat });
    const routes = ["a", "b"].flatMap((zone) => routesOf(synthesis, zone, "private"));
    expect(routes.filter((route) => "gateway_id" in route)).toEqual([]);
  });

  test("of private subnets lead nowhere without a NAT gateway", () => {
    const synthesis = synthesizeNetwork({ nat: "none" });
    expect(["a", "b"].flatMap((zone) => routesOf(synthesis, zone, "private"))).toEqual([]);
  });

  test.each([
    ["single", "a"],
    ["per-zone", "b"],
  ] as const)("of the private subnet in zone b lead to the gateway that nat %s gives it", (nat, zone) => {
    expect(routesOf(synthesizeNetwork({ nat }), "b", "private")).toEqual([
      expect.objectContaining({
        destination_cidr_block: "0.0.0.0/0",
        nat_gateway_id: `\${aws_nat_gateway.network_zone_${zone}_nat_gateway.id}`,
      }),
    ]);
  });

  test("of private and isolated subnets stand in a table for each zone", () => {
    const associations = Object.values(synthesizeNetwork().resources(RouteTableAssociation));
    const tables = associations.map((association) => association["route_table_id"]);
    // Two zones: one table shared by the public subnets, four of their own.
    expect(new Set(tables).size).toBe(5);
  });
});

describe("NAT gateways", () => {
  test.each([
    ["none", 0],
    ["single", 1],
    ["per-zone", 3],
  ] as const)("with nat %s number %d in three zones", (nat, count) => {
    const synthesis = synthesizeNetwork({ zones: ["a", "b", "c"], nat });
    expect([synthesis.count(NatGateway), synthesis.count(Eip)]).toEqual([count, count]);
  });

  test("are not there by default", () => {
    expect(synthesizeNetwork().count(NatGateway)).toBe(0);
  });

  test("stand in the public subnet of their zone", () => {
    const gateway = synthesizeNetwork({ nat: "per-zone" }).resource(NatGateway, "network_zone_b_nat_gateway");
    expect(gateway["subnet_id"]).toBe("${aws_subnet.network_zone_b_public_subnet.id}");
  });

  test("wait for the route to the internet", () => {
    expect(synthesizeNetwork({ nat: "single" }).only(NatGateway)).toMatchObject({
      depends_on: ["aws_route.network_public_internet_route"],
    });
  });
});

describe("Endpoints", () => {
  test("for S3 stand in the tables of private subnets only", () => {
    expect(synthesizeNetwork().only(VpcEndpoint)).toMatchObject({
      vpc_endpoint_type: "Gateway",
      service_name: "com.amazonaws.eu-west-1.s3",
      route_table_ids: [
        "${aws_route_table.network_zone_a_private_route_table.id}",
        "${aws_route_table.network_zone_b_private_route_table.id}",
      ],
    });
  });

  test("for other services are in private subnets, when asked for", () => {
    const synthesis = synthesizeNetwork({ interfaceEndpoints: ["logs"] });
    expect(synthesis.resource(VpcEndpoint, "network_endpoints_logs")).toMatchObject({
      subnet_ids: [
        "${aws_subnet.network_zone_a_private_subnet.id}",
        "${aws_subnet.network_zone_b_private_subnet.id}",
      ],
    });
  });

  test("have no security group to offer when there are none", () => {
    let endpoints: unknown = "unset";
    synthesizeNetwork({}, (network) => (endpoints = network.endpoints));
    expect(endpoints).toBeUndefined();
  });

  test("offer their security group", () => {
    let endpoints: unknown;
    synthesizeNetwork({ interfaceEndpoints: ["logs"] }, (network) => (endpoints = network.endpoints));
    expect(endpoints).toMatchObject({ peerName: "endpoints" });
  });
});
