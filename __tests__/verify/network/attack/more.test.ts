import { type Bodies } from "../../../support/verified";
import { balancer, database, edge, groupId, letIn, letOut, routeIn, service } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const vpc_id = "${aws_vpc.main.id}";
const six: Bodies = {
  "aws_vpc.main": { cidr_block: "10.0.0.0/16", assign_generated_ipv6_cidr_block: true },
  "aws_subnet.public": {
    vpc_id,
    cidr_block: "10.0.0.0/24",
    ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 0)}",
  },
  "aws_route.six": {
    ...routeIn("public", { gateway_id: "${aws_internet_gateway.main.id}" }),
    destination_cidr_block: null,
    destination_ipv6_cidr_block: "::/0",
  },
};
const everyoneBySix = { cidr_ipv6: "::/0" };

describe("the internet by IPv6", () => {
  test.each<[string, Answer, readonly Bodies[], string]>([
    [
      "a dual-stack balancer",
      "open",
      [
        service("app"),
        balancer("public", "app", "public", { ip_address_type: "dualstack" }),
        letIn("public", everyoneBySix, 80),
        edge("public", "app", 8080),
      ],
      "service.app",
    ],
    [
      "a balancer for IPv4 only",
      "closed",
      [
        service("app"),
        balancer("public", "app", "public"),
        letIn("public", everyoneBySix, 80),
        edge("public", "app", 8080),
      ],
      "service.app",
    ],
    [
      "a balancer whose family a variable decides",
      "undecided",
      [
        service("app"),
        balancer("public", "app", "public", { ip_address_type: "${var.family}" }),
        letIn("public", everyoneBySix, 80),
        edge("public", "app", 8080),
      ],
      "service.app",
    ],
    [
      "a task in a subnet with IPv6, without public IPv4 address",
      "open",
      [service("app", "public"), letIn("app", everyoneBySix, 8080)],
      "service.app",
    ],
    [
      "a private database in a subnet with IPv6",
      "closed",
      [database("app", "public", { network_type: "DUAL" }), letIn("app", everyoneBySix, 5432)],
      "database.app",
    ],
    [
      "a public database in a subnet with IPv6",
      "open",
      [
        database("app", "public", { network_type: "DUAL", publicly_accessible: true }),
        letIn("app", everyoneBySix, 5432),
      ],
      "database.app",
    ],
  ])("and %s: %s", (_, truth, parts, to) => {
    expect(answerOf([six, ...parts], "internet", to)).toBe(truth);
  });
});

describe("two VPCs", () => {
  const other: Bodies = {
    "aws_vpc.other": { cidr_block: "10.1.0.0/16" },
    "aws_subnet.other": { vpc_id: "${aws_vpc.other.id}", cidr_block: "10.1.0.0/24" },
    "aws_db_subnet_group.app": { name: "test-app", subnet_ids: ["${aws_subnet.other.id}"] },
    "aws_security_group.app": { vpc_id: "${aws_vpc.other.id}" },
  };
  const rules = [letOut("api", "0.0.0.0/0", 5432), letIn("app", { cidr_ipv4: "10.0.0.0/16" }, 5432)];
  const peering = (target: object): Bodies => ({
    "aws_route.peer": { ...routeIn("private", target), destination_cidr_block: "10.1.0.0/16" },
  });
  test.each<[string, Answer, Bodies]>([
    ["without any route", "closed", {}],
    ["with a peering", "open", peering({ vpc_peering_connection_id: "pcx-1" })],
    ["with a transit gateway", "open", peering({ transit_gateway_id: "tgw-1" })],
    [
      "with a route in a table of a variable",
      "undecided",
      {
        "aws_route.peer": {
          route_table_id: "${var.table}",
          destination_cidr_block: "10.1.0.0/16",
          vpc_peering_connection_id: "pcx-1",
        },
      },
    ],
    [
      "with a route in a table that an index picks",
      "undecided",
      {
        "aws_route.peer": {
          route_table_id: "${element(aws_route_table.each[*].id, var.index)}",
          destination_cidr_block: "10.1.0.0/16",
          vpc_peering_connection_id: "pcx-1",
        },
        "aws_route_table.each": { count: 2, vpc_id },
      },
    ],
    [
      "with a group of the other VPC in a rule",
      "open",
      {
        ...peering({ vpc_peering_connection_id: "pcx-1" }),
        ...letIn("app", { referenced_security_group_id: groupId("api") }, 5432),
      },
    ],
  ])("%s: %s", (_, truth, more) => {
    expect(
      answerOf([service("api"), database("app"), other, ...rules, more], "service.api", "database.app"),
    ).toBe(truth);
  });
});

describe("tasks on instances", () => {
  const bridge: Bodies = { "aws_ecs_service.old": { name: "old", launch_type: "EC2" } };
  test("have the network of those: whom they reach is undecided", () => {
    const parts = [bridge, database("app"), letIn("app", { cidr_ipv4: "10.0.0.0/16" }, 5432)];
    expect(answerOf(parts, "service.old", "database.app")).toBe("undecided");
  });

  test("may be reached by whom the instances let in", () => {
    expect(
      answerOf([bridge, service("api"), letOut("api", "0.0.0.0/0", 80)], "service.api", "service.old"),
    ).toBe("undecided");
    expect(answerOf([bridge], "internet", "service.old")).toBe("undecided");
  });
});

describe("tasks that a schedule starts", () => {
  const schedule: Bodies = {
    "aws_scheduler_schedule.report": {
      target: {
        ecs_parameters: {
          network_configuration: {
            subnets: ["${aws_subnet.private.id}"],
            security_groups: [groupId("report")],
          },
        },
      },
    },
    "aws_security_group.report": { vpc_id },
  };
  test("reach what lets them in", () => {
    expect(
      answerOf([schedule, database("app"), edge("report", "app", 5432)], "task.report", "database.app"),
    ).toBe("open");
  });
});
