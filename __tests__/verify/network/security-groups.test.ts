import { type Bodies } from "../../support/verified";
import { connectionsOf, database, edge, groupId, letIn, letOut, service } from "./small-network";

const ends = [service("api"), database("app")];
const vpc_id = "${aws_vpc.main.id}";
const open = "service.api > database.app tcp 5432";

function rule(type: "ingress" | "egress", group: string, peer: object): Bodies {
  return {
    [`aws_security_group_rule.${group}_${type}`]: {
      type,
      security_group_id: groupId(group),
      protocol: "tcp",
      from_port: 5432,
      to_port: 5432,
      ...peer,
    },
  };
}

function inline(group: string, rules: object): Bodies {
  return { [`aws_security_group.${group}`]: { vpc_id, ...rules } };
}

const tcp = { from_port: 5432, to_port: 5432, protocol: "tcp" };

describe("a connection between security groups", () => {
  test("needs the rule that lets it out and the one that lets it in", () => {
    expect(connectionsOf(...ends, edge("api", "app", 5432))).toEqual([open]);
  });

  test.each<[string, Bodies]>([
    ["has no rule", {}],
    ["is let in only", letIn("app", { referenced_security_group_id: groupId("api") }, 5432)],
    ["is let out only", letOut("api", "app", 5432)],
    [
      "is let in and out on different ports",
      {
        ...letOut("api", "app", 5433),
        ...letIn("app", { referenced_security_group_id: groupId("api") }, 5432),
      },
    ],
    [
      "is let in from another group",
      {
        ...letOut("api", "app", 5432),
        ...letIn("app", { referenced_security_group_id: groupId("app") }, 5432),
      },
    ],
  ])("is closed when it %s", (_, rules) => {
    expect(connectionsOf(...ends, rules)).toEqual([]);
  });

  test.each<[string, readonly Bodies[]]>([
    [
      "aws_security_group_rule",
      [
        rule("ingress", "app", { source_security_group_id: groupId("api") }),
        rule("egress", "api", { source_security_group_id: groupId("app") }),
      ],
    ],
    [
      "aws_security_group_rule with blocks",
      [
        rule("ingress", "app", { cidr_blocks: ["10.0.1.0/24"] }),
        rule("egress", "api", { cidr_blocks: ["10.9.0.0/16", "10.0.0.0/16"] }),
      ],
    ],
    [
      "inline blocks",
      [
        inline("app", { ingress: [{ ...tcp, security_groups: [groupId("api")] }] }),
        inline("api", { egress: { ...tcp, cidr_blocks: ["10.0.2.0/24"] } }),
      ],
    ],
    [
      "the block of the VPC by reference",
      [letIn("app", { cidr_ipv4: "${aws_vpc.main.cidr_block}" }, 5432), letOut("api", "app", 5432)],
    ],
    [
      "a prefix list of the account",
      [
        { "aws_ec2_managed_prefix_list.own": { entry: [{ cidr: "10.0.1.0/24" }] } },
        letIn("app", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }, 5432),
        letOut("api", "app", 5432),
      ],
    ],
  ])("may be written with %s", (_, rules) => {
    expect(connectionsOf(...ends, ...rules)).toContain(open);
  });

  test("is not let in by a block that has none of the sender's addresses", () => {
    expect(
      connectionsOf(...ends, letOut("api", "app", 5432), letIn("app", { cidr_ipv4: "10.0.2.0/24" }, 5432)),
    ).toEqual([]);
  });

  test("has the ports that both rules allow", () => {
    const range = { ip_protocol: "tcp", from_port: 5000, to_port: 6000 };
    const every = { ip_protocol: "-1", from_port: null, to_port: null };
    const rules = {
      ...letOut("api", "app", 1),
      ...letIn("app", { referenced_security_group_id: groupId("api"), ...range }, 1),
    };
    const wide = Object.entries(rules).map(([address, body]) =>
      address.includes("egress") ? [address, { ...Object(body), ...every }] : [address, body],
    );
    expect(connectionsOf(...ends, Object.fromEntries(wide))).toEqual([
      "service.api > database.app tcp 5000-6000",
    ]);
  });

  test("takes no ICMP for a port", () => {
    const icmp = { ip_protocol: "icmp", from_port: -1, to_port: -1 };
    expect(
      connectionsOf(
        ...ends,
        letOut("api", "app", 5432),
        letIn("app", { referenced_security_group_id: groupId("api"), ...icmp }, 1),
      ),
    ).toEqual([]);
  });

  test("lets members of a group reach each other by self", () => {
    const self = [{ ...tcp, self: true }];
    expect(connectionsOf(service("api"), inline("api", { ingress: self, egress: self }))).toEqual([
      "service.api > service.api tcp 5432",
    ]);
  });

  test("is not opened by a database: it only answers", () => {
    expect(connectionsOf(...ends, edge("app", "api", 8080))).toEqual([]);
  });
});

describe("the default security group", () => {
  const without = (name: string): Bodies => ({
    [`aws_ecs_service.${name}`]: {
      name,
      network_configuration: { subnets: ["${aws_subnet.isolated.id}"] },
    },
  });

  test("lets its members reach each other on every port", () => {
    expect(connectionsOf(without("a"), without("b"))).toEqual([
      "service.a > service.a every port",
      "service.a > service.b every port",
      "service.b > service.a every port",
      "service.b > service.b every port",
    ]);
  });

  test("lets in nobody else", () => {
    expect(connectionsOf(without("a"), service("api"), letOut("api", "10.0.0.0/16", 80))).not.toContain(
      "service.api > service.a tcp 80",
    );
  });

  test("has no rule but its own once a resource takes it over", () => {
    const emptied = { "aws_default_security_group.main": { vpc_id, ingress: [], egress: [] } };
    expect(connectionsOf(without("a"), without("b"), emptied)).toEqual([]);
  });
});

describe("what the files do not tell", () => {
  test.each<[string, Bodies, string]>([
    [
      "the receiver's group",
      database("app", "isolated", { vpc_security_group_ids: ["${var.group}"] }),
      "var.group",
    ],
    [
      "the receiver's group, found by a data source",
      {
        ...database("app", "isolated", { vpc_security_group_ids: ["${data.aws_security_group.app.id}"] }),
        "data.aws_security_group.app": {},
      },
      "data.aws_security_group.app.id",
    ],
  ])("leaves a connection undecided: %s", (_, receiver, expression) => {
    expect(connectionsOf(service("api"), receiver, letOut("api", "10.0.2.0/24", 5432))).toEqual([
      `service.api > database.app tcp 5432 if ${expression}`,
    ]);
  });

  test("decides nothing where the other half is missing", () => {
    const receiver = database("app", "isolated", { vpc_security_group_ids: ["${var.group}"] });
    expect(connectionsOf(service("api"), receiver)).toEqual([]);
  });

  test("is named as a sender of its own: a block in a variable", () => {
    expect(connectionsOf(...ends, letIn("app", { cidr_ipv4: "${var.office}" }, 5432))).toEqual([
      "var.office > database.app tcp 5432 if var.office",
    ]);
  });

  test("leaves open whether a block holds addresses that come from elsewhere", () => {
    const unplaced: Bodies = {
      "aws_vpc.main": { ipv4_ipam_pool_id: "ipam-pool-1" },
      "aws_subnet.private": { vpc_id, cidr_block: "${var.block}" },
    };
    expect(
      connectionsOf(
        ...ends,
        unplaced,
        letOut("api", "app", 5432),
        letIn("app", { cidr_ipv4: "10.7.0.0/16" }, 5432),
      ),
    ).toEqual(["service.api > database.app tcp 5432 if the addresses of service.api"]);
  });

  test("may be the internet where that finds its way", () => {
    const reachable = database("app", "public", { publicly_accessible: true });
    expect(connectionsOf(reachable, letIn("app", { cidr_ipv4: "${var.office}" }, 5432))).toContain(
      "internet > database.app tcp 5432 if var.office",
    );
  });

  test("is the network of a task without network configuration: that of its instance", () => {
    const onInstances = { "aws_ecs_service.old": { name: "old" } };
    expect(connectionsOf(onInstances, service("api"), letOut("api", "0.0.0.0/0", 80)).join("\n")).toMatch(
      /service.api > service.old tcp 80 if the network of the instances that run test-all\/aws_ecs_service.old/,
    );
  });
});
