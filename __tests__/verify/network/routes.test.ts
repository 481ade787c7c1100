import { type Bodies } from "../../support/verified";
import { connectionsOf, database, letIn, letOut, routeIn, service } from "./small-network";

const out = (subnet: string, more: object = {}): readonly Bodies[] => [
  service("api", subnet, more),
  letOut("api", "0.0.0.0/0", 443),
];
const toInternet = "service.api > internet tcp 443";
const vpc_id = "${aws_vpc.main.id}";
const gateway_id = "${aws_internet_gateway.main.id}";

describe("a way out to the internet", () => {
  test.each<[string, readonly Bodies[]]>([
    ["leads over a NAT gateway in a public subnet", out("private")],
    ["leads over the internet gateway, with a public address", out("public", { assign_public_ip: true })],
    [
      "may be written inside the route table",
      [
        ...out("private"),
        {
          "aws_route.private": routeIn("none", {}),
          "aws_route_table.private": {
            vpc_id,
            route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "${aws_nat_gateway.main.id}" }],
          },
        },
      ],
    ],
    [
      "may be in the main route table that the default one is",
      [
        ...out("isolated"),
        {
          "aws_default_route_table.main": {
            default_route_table_id: "${aws_vpc.main.default_route_table_id}",
            route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "${aws_nat_gateway.main.id}" }],
          },
        },
      ],
    ],
    [
      "may be in another main route table",
      [
        ...out("isolated"),
        {
          "aws_main_route_table_association.main": {
            vpc_id,
            route_table_id: "${aws_route_table.private.id}",
          },
        },
      ],
    ],
    [
      "may be a route of the VPC's main route table",
      [
        ...out("isolated"),
        {
          "aws_route.main": {
            route_table_id: "${aws_vpc.main.main_route_table_id}",
            destination_cidr_block: "0.0.0.0/0",
            nat_gateway_id: "${aws_nat_gateway.main.id}",
          },
        },
      ],
    ],
  ])("%s", (_, parts) => {
    expect(connectionsOf(...parts)).toEqual([toInternet]);
  });

  test.each<[string, readonly Bodies[]]>([
    ["there is no route", out("isolated")],
    ["the internet gateway has no public address to send for", out("public")],
    [
      "the NAT gateway has no way out itself",
      [...out("private"), { "aws_nat_gateway.main": { subnet_id: "${aws_subnet.isolated.id}" } }],
    ],
    [
      "the NAT gateway is a private one",
      [
        ...out("private"),
        { "aws_nat_gateway.main": { subnet_id: "${aws_subnet.public.id}", connectivity_type: "private" } },
      ],
    ],
  ])("is closed where %s", (_, parts) => {
    expect(connectionsOf(...parts)).toEqual([]);
  });

  test("is undecided behind a transit gateway", () => {
    const transit = { "aws_route.private": routeIn("private", { transit_gateway_id: "tgw-1" }) };
    expect(connectionsOf(...out("private"), transit)).toEqual([
      `${toInternet} if what is behind test-all/aws_route.private`,
      "service.api > networks behind test-all/aws_route.private tcp 443",
    ]);
  });

  test("is undecided over a route whose destination the files do not tell", () => {
    const route = routeIn("private", {
      nat_gateway_id: "${aws_nat_gateway.main.id}",
      destination_cidr_block: null,
      destination_prefix_list_id: "pl-1",
    });
    expect(connectionsOf(...out("private"), { "aws_route.private": route })).toEqual([
      `${toInternet} if pl-1`,
    ]);
  });

  test("is undecided for subnets that the files do not tell", () => {
    const parts = [
      service("api", "private", { subnets: "${data.aws_subnets.private.ids}" }),
      { "data.aws_subnets.private": {} },
      letOut("api", "0.0.0.0/0", 443),
    ];
    expect(connectionsOf(...parts)).toEqual([`${toInternet} if data.aws_subnets.private.ids`]);
  });

  test("of IPv6 leads over an egress-only gateway, which lets nobody in", () => {
    const parts = [
      service("api"),
      letOut("api", "::/0", 443),
      letIn("api", { cidr_ipv6: "::/0" }, 443),
      { "aws_subnet.private": { vpc_id, cidr_block: "10.0.1.0/24", ipv6_cidr_block: "2001:db8::/64" } },
      {
        "aws_route.private": {
          route_table_id: "${aws_route_table.private.id}",
          destination_ipv6_cidr_block: "::/0",
          egress_only_gateway_id: "eigw-1",
        },
      },
    ];
    expect(connectionsOf(...parts)).toEqual([toInternet, "service.api > service.api tcp 443"]);
  });
});

describe("a way in from the internet", () => {
  const letEveryoneIn = letIn("app", { cidr_ipv4: "0.0.0.0/0" }, 5432);
  const isReached = "internet > database.app tcp 5432";

  test("needs a public address and a route to the internet gateway", () => {
    expect(connectionsOf(database("app", "public", { publicly_accessible: true }), letEveryoneIn)).toEqual([
      isReached,
    ]);
  });

  test.each<[string, string, object]>([
    ["a public address", "public", { publicly_accessible: false }],
    ["a route to an internet gateway: NAT lets nobody in", "private", { publicly_accessible: true }],
    ["a route", "isolated", { publicly_accessible: true }],
  ])("is closed without %s", (_, subnet, more) => {
    expect(connectionsOf(database("app", subnet, more), letEveryoneIn)).toEqual([]);
  });

  test("is undecided where a variable decides about the address", () => {
    expect(
      connectionsOf(database("app", "public", { publicly_accessible: "${var.public}" }), letEveryoneIn),
    ).toEqual([`${isReached} if var.public`]);
  });

  test("of IPv6 needs no public IPv4 address", () => {
    const parts = [
      service("api", "public"),
      letIn("api", { cidr_ipv6: "::/0" }, 80),
      { "aws_subnet.public": { vpc_id, cidr_block: "10.0.0.0/24", ipv6_cidr_block: "2001:db8::/64" } },
      {
        "aws_route.six": {
          route_table_id: "${aws_route_table.public.id}",
          destination_ipv6_cidr_block: "::/0",
          gateway_id,
        },
      },
    ];
    expect(connectionsOf(...parts)).toEqual(["internet > service.api tcp 80"]);
  });

  test("leads to an instance that its subnet or an Elastic IP address gives one", () => {
    const instance: Bodies = {
      "aws_instance.host": {
        tags: { Name: "host" },
        subnet_id: "${aws_subnet.public.id}",
        vpc_security_group_ids: ["${aws_security_group.host.id}"],
      },
      "aws_security_group.host": { vpc_id },
      ...letIn("host", { cidr_ipv4: "0.0.0.0/0" }, 22),
    };
    const given: Bodies = {
      "aws_subnet.public": { vpc_id, cidr_block: "10.0.0.0/24", map_public_ip_on_launch: true },
    };
    const elastic: Bodies = { "aws_eip.host": { instance: "${aws_instance.host.id}" } };
    expect([[], [given], [elastic]].map((more) => connectionsOf(instance, ...more))).toEqual([
      [],
      ["internet > instance.host tcp 22"],
      ["internet > instance.host tcp 22"],
    ]);
  });
});

describe("addresses outside the VPC", () => {
  const reachable = database("app", "public", { publicly_accessible: true });

  test("are told by their block, public ones over the internet gateway", () => {
    expect(connectionsOf(reachable, letIn("app", { cidr_ipv4: "203.0.113.0/24" }, 5432))).toEqual([
      "203.0.113.0/24 > database.app tcp 5432",
    ]);
  });

  test("of private networks need a route to them", () => {
    const parts = [database("app", "private"), letIn("app", { cidr_ipv4: "10.99.0.0/16" }, 5432)];
    const peering: Bodies = {
      "aws_route.peer": {
        route_table_id: "${aws_route_table.private.id}",
        destination_cidr_block: "10.99.0.0/16",
        vpc_peering_connection_id: "pcx-1",
      },
    };
    expect(connectionsOf(...parts)).toEqual([]);
    expect(connectionsOf(...parts, peering)).toEqual(["10.99.0.0/16 > database.app tcp 5432"]);
  });
});

describe("a gateway endpoint", () => {
  const endpoint = (tables: readonly string[]): Bodies => ({
    "aws_vpc_endpoint.s3": {
      vpc_id,
      service_name: "com.amazonaws.eu-west-1.s3",
      vpc_endpoint_type: "Gateway",
      route_table_ids: tables,
    },
    "data.aws_ec2_managed_prefix_list.s3": { name: "com.amazonaws.eu-west-1.s3" },
  });
  const lists = ["${aws_vpc_endpoint.s3.prefix_list_id}", "${data.aws_ec2_managed_prefix_list.s3.id}"];
  const rule = (prefix_list_id: string): Bodies => ({
    "aws_vpc_security_group_egress_rule.s3": {
      security_group_id: "${aws_security_group.api.id}",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
      prefix_list_id,
    },
  });
  const isolated: Bodies = {
    "aws_route_table.isolated": { vpc_id },
    "aws_route_table_association.isolated": {
      route_table_id: "${aws_route_table.isolated.id}",
      subnet_id: "${aws_subnet.isolated.id}",
    },
  };

  test.each(lists)("is reached by its prefix list %s", (list) => {
    expect(
      connectionsOf(
        service("api", "isolated"),
        isolated,
        endpoint(["${aws_route_table.isolated.id}"]),
        rule(list),
      ),
    ).toEqual(["service.api > endpoint.s3 tcp 443"]);
  });

  test("is not reached from a subnet whose route table does not have it", () => {
    expect(connectionsOf(service("api", "isolated"), isolated, endpoint([]), rule(lists[0] ?? ""))).toEqual(
      [],
    );
  });
});
