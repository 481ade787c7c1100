import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { Lb } from "@cdktf/provider-aws/lib/lb";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { EnvironmentStacks, PlacedResource } from "../support/environment-stacks";
import { ourEnvironments } from "../support/our-environments";

/** Kinds of the subnets that an attribute names. */
function tiersOf(
  stacks: EnvironmentStacks,
  { attributes, stack }: PlacedResource,
  attribute: string,
): unknown[] {
  const places = stacks.places(attributes[attribute], stack);
  const subnets = stacks.all(Subnet).filter(({ place }) => places.includes(place));
  return [...new Set(subnets.map(({ attributes: { tags } }) => tags && Reflect.get(Object(tags), "Tier")))];
}

describe.each(ourEnvironments())("placement in %s", (_, __, stacks) => {
  test("no subnet gives out public addresses", () => {
    const settings = stacks.all(Subnet).map(({ attributes }) => attributes["map_public_ip_on_launch"]);
    expect(new Set(settings)).toEqual(new Set([false]));
  });

  test("tasks run in private subnets without public address", () => {
    for (const service of stacks.all(EcsService)) {
      expect(tiersOf(stacks, service, "network_configuration")).toEqual(["private"]);
      expect(service.attributes["network_configuration"]).toMatchObject({ assign_public_ip: false });
    }
  });

  test("only the public load balancer and NAT gateways are in public subnets", () => {
    const users = [...stacks.all(Lb), ...stacks.all(VpcEndpoint), ...stacks.all(DbSubnetGroup)].filter(
      (resource) =>
        ["subnets", "subnet_ids"].some((attribute) =>
          tiersOf(stacks, resource, attribute).includes("public"),
        ),
    );
    expect(users.map(({ place }) => place)).toEqual(["network/aws_lb.public_load_balancer"]);
    for (const gateway of stacks.all(NatGateway))
      expect(tiersOf(stacks, gateway, "subnet_id")).toEqual(["public"]);
  });

  test("databases are in isolated subnets and not public", () => {
    for (const group of stacks.all(DbSubnetGroup)) {
      expect(tiersOf(stacks, group, "subnet_ids")).toEqual(["isolated"]);
    }
    for (const { attributes } of stacks.all(DbInstance))
      expect(attributes["publicly_accessible"]).toBe(false);
  });

  test("only the public route table leads to the internet gateway", () => {
    const tables = stacks
      .all(Route)
      .filter(({ attributes }) => attributes["gateway_id"] !== undefined)
      .flatMap(({ attributes, stack }) => stacks.places(attributes["route_table_id"], stack));
    expect(tables).toEqual(["network/aws_route_table.network_public_route_table"]);
  });

  test("isolated subnets have no route out of the VPC", () => {
    const tables = stacks
      .all(Route)
      .flatMap(({ attributes, stack }) => stacks.places(attributes["route_table_id"], stack));
    expect(tables.filter((table) => table.includes("isolated"))).toEqual([]);
  });
});
