import { type Bodies } from "../../../support/verified";
import { groupId, letIn, routeIn } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const vpc_id = "${aws_vpc.main.id}";
const task = (subnet: string): Bodies => ({
  "aws_security_group.app": { vpc_id },
  ...letIn("app", { cidr_ipv4: "0.0.0.0/0" }, 443),
  "aws_ecs_service.app": {
    name: "app",
    network_configuration: {
      subnets: [`\${aws_subnet.${subnet}.id}`],
      security_groups: [groupId("app")],
      assign_public_ip: true,
    },
  },
});

describe("the internet and a public task, as route tables lead", () => {
  const table = (...routes: object[]): Bodies => ({
    "aws_route.public": {},
    "aws_route_table.public": { vpc_id, route: routes },
  });
  const gateway_id = "${aws_internet_gateway.main.id}";
  test.each<[string, Answer, Bodies]>([
    ["inline", "open", table({ cidr_block: "0.0.0.0/0", gateway_id })],
    [
      "by halves",
      "open",
      table({ cidr_block: "0.0.0.0/1", gateway_id }, { cidr_block: "128.0.0.0/1", gateway_id }),
    ],
    ["for one block only", "open", table({ cidr_block: "203.0.113.0/24", gateway_id })],
    [
      "by a prefix list",
      "open",
      {
        "aws_route.public": {
          route_table_id: "${aws_route_table.public.id}",
          destination_prefix_list_id: "${aws_ec2_managed_prefix_list.all.id}",
          gateway_id,
        },
        "aws_ec2_managed_prefix_list.all": { entry: [{ cidr: "0.0.0.0/0" }] },
      },
    ],
    ["for IPv6 only", "closed", table({ ipv6_cidr_block: "::/0", gateway_id })],
    ["nowhere", "closed", table()],
    [
      "by a variable",
      "undecided",
      { "aws_route.public": {}, "aws_route_table.public": { vpc_id, route: "${var.routes}" } },
    ],
    [
      "by dynamic blocks over a variable",
      "undecided",
      {
        "aws_route.public": {},
        "aws_route_table.public": {
          vpc_id,
          dynamic: {
            route: { for_each: "${var.routes}", content: { cidr_block: "${route.value}", gateway_id } },
          },
        },
      },
    ],
    [
      "to a target in a variable",
      "undecided",
      { "aws_route.public": routeIn("public", { gateway_id: "${var.gateway}" }) },
    ],
    [
      "to a NAT gateway",
      "closed",
      { "aws_route.public": routeIn("public", { nat_gateway_id: "${aws_nat_gateway.main.id}" }) },
    ],
    [
      "to a firewall",
      "undecided",
      { "aws_route.public": routeIn("public", { vpc_endpoint_id: "${data.aws_vpc_endpoint.firewall.id}" }) },
    ],
    [
      "to a transit gateway",
      "undecided",
      { "aws_route.public": routeIn("public", { transit_gateway_id: "tgw-1" }) },
    ],
    [
      "in a table of a variable",
      "undecided",
      {
        "aws_route_table_association.public": {
          subnet_id: "${aws_subnet.public.id}",
          route_table_id: "${var.table}",
        },
      },
    ],
    [
      "in the main table, which is replaced by one that leads out",
      "open",
      {
        "aws_route_table_association.public": {},
        "aws_main_route_table_association.main": { vpc_id, route_table_id: "${aws_route_table.public.id}" },
      },
    ],
    ["in the main table that AWS makes", "closed", { "aws_route_table_association.public": {} }],
    [
      "in the default table",
      "open",
      {
        "aws_route_table_association.public": {},
        "aws_default_route_table.main": {
          default_route_table_id: "${aws_vpc.main.default_route_table_id}",
          route: [{ cidr_block: "0.0.0.0/0", gateway_id }],
        },
      },
    ],
    [
      "in the main table, by a route of its own",
      "open",
      {
        "aws_route_table_association.public": {},
        "aws_route.main": {
          route_table_id: "${aws_vpc.main.main_route_table_id}",
          destination_cidr_block: "0.0.0.0/0",
          gateway_id,
        },
      },
    ],
    [
      "in a main table that a data source finds",
      "undecided",
      {
        "aws_route_table_association.public": {},
        "data.aws_route_table.main": { vpc_id, filter: [{ name: "association.main", values: ["true"] }] },
        "aws_route.main": {
          route_table_id: "${data.aws_route_table.main.id}",
          destination_cidr_block: "0.0.0.0/0",
          gateway_id,
        },
      },
    ],
    [
      "in a VPC of others",
      "undecided",
      {
        "aws_route_table_association.public": {},
        "aws_subnet.public": { vpc_id: "${var.vpc}", cidr_block: "10.0.0.0/24" },
      },
    ],
    [
      "in the default VPC",
      "open",
      {
        "aws_route_table_association.public": {},
        "aws_default_vpc.default": {},
        "aws_subnet.public": { vpc_id: "${aws_default_vpc.default.id}", cidr_block: "172.31.99.0/24" },
      },
    ],
  ])("%s: %s", (_, truth, routes) => {
    expect(answerOf([task("public"), routes], "internet", "service.app")).toBe(truth);
  });
});

describe("another network and a private task that lets in everyone", () => {
  test.each<[string, Answer, Bodies]>([
    [
      "a peering",
      "open",
      {
        "aws_route.peer": {
          ...routeIn("private", { vpc_peering_connection_id: "pcx-1" }),
          destination_cidr_block: "10.99.0.0/16",
        },
      },
    ],
    [
      "a VPN that propagates its routes",
      "undecided",
      {
        "aws_vpn_gateway_route_propagation.x": {
          vpn_gateway_id: "vgw-1",
          route_table_id: "${aws_route_table.private.id}",
        },
      },
    ],
    [
      "a VPN that the table takes routes from",
      "undecided",
      { "aws_route_table.private": { vpc_id, propagating_vgws: ["vgw-1"] } },
    ],
    ["nothing", "closed", {}],
  ])("%s: %s", (_, truth, routes) => {
    const office = letIn("app", { cidr_ipv4: "10.99.0.0/16" }, 22);
    expect(answerOf([task("private"), office, routes], "10.99.0.0/16", "service.app")).toBe(truth);
  });

  test("is named by the route that leads to it", () => {
    const route = {
      "aws_route.peer": {
        ...routeIn("private", { transit_gateway_id: "tgw-1" }),
        destination_cidr_block: "10.96.0.0/12",
      },
    };
    expect(answerOf([task("private"), route], "10.96.0.0/12", "service.app")).toBe("open");
  });
});
