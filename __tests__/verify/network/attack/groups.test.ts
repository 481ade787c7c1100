import { type Bodies } from "../../../support/verified";
import { database, groupId, letIn, letOut, service } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const vpc_id = "${aws_vpc.main.id}";
const tcp = { from_port: 5432, to_port: 5432, protocol: "tcp" };
const out = letOut("api", "0.0.0.0/0", 5432);
const publicDatabase = database("app", "public", { publicly_accessible: true });

function oldRule(group: string, peer: object): Bodies {
  return {
    [`aws_security_group_rule.${group}`]: {
      type: "ingress",
      security_group_id: groupId(group),
      ...tcp,
      ...peer,
    },
  };
}

function group(rules: object): Bodies {
  return { "aws_security_group.app": { vpc_id, ...rules } };
}

describe("a service and a database, as rules of groups allow", () => {
  test.each<[string, Answer, Bodies]>([
    [
      "several blocks, one of them the service's",
      "open",
      oldRule("app", { cidr_blocks: ["10.9.0.0/24", "10.0.1.0/24"] }),
    ],
    [
      "a block that covers half of the service's subnet",
      "open",
      oldRule("app", { cidr_blocks: ["10.0.1.128/25"] }),
    ],
    ["self: the service is no member", "closed", oldRule("app", { self: true })],
    [
      "protocol number 6",
      "open",
      oldRule("app", { source_security_group_id: groupId("api"), protocol: "6" }),
    ],
    [
      "protocol -1, ports 0 to 0",
      "open",
      oldRule("app", { source_security_group_id: groupId("api"), protocol: "-1", from_port: 0, to_port: 0 }),
    ],
    [
      "tcp, ports 0 to 0: only port 0",
      "closed",
      oldRule("app", { source_security_group_id: groupId("api"), from_port: 0, to_port: 0 }),
    ],
    [
      "ICMP alone",
      "closed",
      oldRule("app", { cidr_blocks: ["0.0.0.0/0"], protocol: "icmp", from_port: -1, to_port: -1 }),
    ],
    ["IPv6 alone: the service's subnet has none", "closed", letIn("app", { cidr_ipv6: "::/0" }, 5432)],
    ["halves of all addresses", "open", oldRule("app", { cidr_blocks: ["0.0.0.0/1", "128.0.0.0/1"] })],
    [
      "inline and separate rules in one group",
      "open",
      {
        ...group({ ingress: [{ ...tcp, cidr_blocks: ["10.9.0.0/24"] }] }),
        ...oldRule("app", { source_security_group_id: groupId("api") }),
      },
    ],
    [
      "inline rules from a dynamic block that the files do not tell",
      "undecided",
      group({ ingress: "${var.rules}" }),
    ],
    [
      "inline rules from a dynamic block over a variable",
      "undecided",
      group({
        dynamic: {
          ingress: { for_each: "${var.blocks}", content: { ...tcp, cidr_blocks: ["${ingress.value}"] } },
        },
      }),
    ],
    [
      "a block in a variable, which may be the VPC's",
      "undecided",
      oldRule("app", { cidr_blocks: ["${var.vpc_block}"] }),
    ],
    ["blocks in a variable", "undecided", oldRule("app", { cidr_blocks: "${var.blocks}" })],
    [
      "the block of a VPC that a data source finds",
      "undecided",
      {
        "data.aws_vpc.main": { tags: { Name: "main" } },
        ...oldRule("app", { cidr_blocks: ["${data.aws_vpc.main.cidr_block}"] }),
      },
    ],
    [
      "a rule for each of a variable",
      "undecided",
      {
        "aws_vpc_security_group_ingress_rule.each": {
          for_each: "${var.blocks}",
          security_group_id: groupId("app"),
          ip_protocol: "tcp",
          from_port: 5432,
          to_port: 5432,
          cidr_ipv4: "${each.value}",
        },
      },
    ],
    [
      "a rule whose count is a variable, as if it were made",
      "open",
      {
        "aws_vpc_security_group_ingress_rule.each": {
          count: "${var.on ? 1 : 0}",
          security_group_id: groupId("app"),
          ip_protocol: "tcp",
          from_port: 5432,
          to_port: 5432,
          cidr_ipv4: "10.0.0.0/16",
        },
      },
    ],
    [
      "a rule with the count 0",
      "closed",
      {
        "aws_vpc_security_group_ingress_rule.each": {
          count: 0,
          security_group_id: groupId("app"),
          ip_protocol: "tcp",
          from_port: 5432,
          to_port: 5432,
          cidr_ipv4: "10.0.0.0/16",
        },
      },
    ],
    [
      "a prefix list of our own with everyone",
      "open",
      {
        "aws_ec2_managed_prefix_list.own": { entry: [{ cidr: "0.0.0.0/0" }] },
        ...letIn("app", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }, 5432),
      },
    ],
    [
      "a prefix list with an entry of its own resource",
      "open",
      {
        "aws_ec2_managed_prefix_list.own": { name: "own" },
        "aws_ec2_managed_prefix_list_entry.all": {
          cidr: "0.0.0.0/0",
          prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}",
        },
        ...letIn("app", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }, 5432),
      },
    ],
    [
      "a prefix list whose entries are unknown",
      "undecided",
      {
        "aws_ec2_managed_prefix_list.own": {
          name: "own",
          dynamic: { entry: { for_each: "${var.blocks}", content: { cidr: "${entry.value}" } } },
        },
        ...letIn("app", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }, 5432),
      },
    ],
    ["a prefix list in a variable", "undecided", letIn("app", { prefix_list_id: "${var.list}" }, 5432)],
    [
      "a prefix list that somebody else manages",
      "undecided",
      {
        "data.aws_ec2_managed_prefix_list.office": { name: "office" },
        ...letIn("app", { prefix_list_id: "${data.aws_ec2_managed_prefix_list.office.id}" }, 5432),
      },
    ],
    [
      "a group that a data source finds, perhaps the service's",
      "undecided",
      {
        "data.aws_security_group.apps": { name: "apps" },
        ...letIn("app", { referenced_security_group_id: "${data.aws_security_group.apps.id}" }, 5432),
      },
    ],
  ])("%s: %s", (_, truth, rules) => {
    expect(answerOf([service("api"), database("app"), out, rules], "service.api", "database.app")).toBe(
      truth,
    );
  });

  test.each<[string, Answer, readonly Bodies[]]>([
    [
      "the service's group is a variable, the rule names one of the files",
      "undecided",
      [
        service("api", "private", { security_groups: ["${var.group}"] }),
        letIn("app", { referenced_security_group_id: groupId("api") }, 5432),
      ],
    ],
    [
      "the service's group and the rule's are named by different data sources",
      "undecided",
      [
        service("api", "private", { security_groups: ["${data.aws_security_group.one.id}"] }),
        {
          "data.aws_security_group.one": { name: "apps" },
          "data.aws_security_group.two": { tags: { Name: "apps" } },
        },
        letIn("app", { referenced_security_group_id: "${data.aws_security_group.two.id}" }, 5432),
      ],
    ],
    [
      "the rule's target is a group that a data source finds",
      "undecided",
      [
        service("api"),
        out,
        {
          "data.aws_security_group.found": { name: "app" },
          "aws_vpc_security_group_ingress_rule.found": {
            security_group_id: "${data.aws_security_group.found.id}",
            ip_protocol: "tcp",
            from_port: 5432,
            to_port: 5432,
            cidr_ipv4: "0.0.0.0/0",
          },
        },
      ],
    ],
    [
      "the second of several groups is let in",
      "open",
      [
        service("api", "private", { security_groups: [groupId("api"), groupId("second")] }),
        { "aws_security_group.second": { vpc_id } },
        out,
        letIn("app", { referenced_security_group_id: groupId("second") }, 5432),
      ],
    ],
    [
      "the second of several groups lets out",
      "open",
      [
        service("api", "private", { security_groups: [groupId("api"), groupId("second")] }),
        {
          "aws_security_group.second": {
            vpc_id,
            egress: [{ from_port: 0, to_port: 0, protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }],
          },
        },
        letIn("app", { referenced_security_group_id: groupId("api") }, 5432),
      ],
    ],
    [
      "no egress is written: Terraform takes AWS's own rule away",
      "closed",
      [service("api"), letIn("app", { referenced_security_group_id: groupId("api") }, 5432)],
    ],
    [
      "nobody names a group: all have the default one",
      "open",
      [
        service("api", "private", { security_groups: null }),
        database("app", "isolated", { vpc_security_group_ids: null }),
      ],
    ],
    [
      "the default group is emptied",
      "closed",
      [
        service("api", "private", { security_groups: null }),
        database("app", "isolated", { vpc_security_group_ids: null }),
        { "aws_default_security_group.main": { vpc_id } },
      ],
    ],
    [
      "the default group is named by the VPC's attribute",
      "open",
      [
        service("api", "private", { security_groups: ["${aws_vpc.main.default_security_group_id}"] }),
        letIn("app", { referenced_security_group_id: "${aws_vpc.main.default_security_group_id}" }, 5432),
      ],
    ],
    [
      "the default group by a data source of its name",
      "undecided",
      [
        service("api", "private", { security_groups: null }),
        { "data.aws_security_group.default": { name: "default", vpc_id } },
        letIn("app", { referenced_security_group_id: "${data.aws_security_group.default.id}" }, 5432),
      ],
    ],
    [
      "part of the service's subnets is unknown, and that part may be let in",
      "undecided",
      [
        service("api", "private", { subnets: ["${aws_subnet.private.id}", "${var.subnet}"] }),
        out,
        letIn("app", { cidr_ipv4: "10.0.77.0/24" }, 5432),
      ],
    ],
    [
      "the service's block is computed, and may be let in",
      "undecided",
      [
        service("api", "late"),
        {
          "aws_subnet.late": { vpc_id, cidr_block: "${cidrsubnet(aws_vpc.main.cidr_block, 8, var.number)}" },
        },
        out,
        letIn("app", { cidr_ipv4: "10.0.77.0/24" }, 5432),
      ],
    ],
  ])("%s: %s", (_, truth, parts) => {
    expect(answerOf([database("app"), ...parts], "service.api", "database.app")).toBe(truth);
  });
});

describe("the internet and a public database, as rules of its group allow", () => {
  test.each<[string, Answer, Bodies]>([
    ["halves of all addresses", "open", oldRule("app", { cidr_blocks: ["0.0.0.0/1", "128.0.0.0/1"] })],
    ["a public block that is not everyone", "open", oldRule("app", { cidr_blocks: ["203.0.113.0/24"] })],
    [
      "a prefix list with everyone",
      "open",
      {
        "aws_ec2_managed_prefix_list.own": { entry: [{ cidr: "0.0.0.0/0" }] },
        ...letIn("app", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }, 5432),
      },
    ],
    [
      "a prefix list with an entry of its own resource",
      "open",
      {
        "aws_ec2_managed_prefix_list.own": { name: "own" },
        "aws_ec2_managed_prefix_list_entry.all": {
          cidr: "0.0.0.0/0",
          prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}",
        },
        ...letIn("app", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }, 5432),
      },
    ],
    ["a prefix list in a variable", "undecided", letIn("app", { prefix_list_id: "${var.list}" }, 5432)],
    ["a prefix list by its id", "undecided", letIn("app", { prefix_list_id: "pl-0123456789" }, 5432)],
    [
      "a prefix list that somebody else manages",
      "undecided",
      {
        "data.aws_ec2_managed_prefix_list.office": { name: "office" },
        ...letIn("app", { prefix_list_id: "${data.aws_ec2_managed_prefix_list.office.id}" }, 5432),
      },
    ],
    [
      "CloudFront's prefix list: not the internet itself",
      "closed",
      {
        "data.aws_ec2_managed_prefix_list.cf": { name: "com.amazonaws.global.cloudfront.origin-facing" },
        ...letIn("app", { prefix_list_id: "${data.aws_ec2_managed_prefix_list.cf.id}" }, 5432),
      },
    ],
    ["the VPC's own block", "closed", letIn("app", { cidr_ipv4: "10.0.0.0/16" }, 5432)],
    ["a group", "closed", letIn("app", { referenced_security_group_id: groupId("app") }, 5432)],
    [
      "a port in a variable",
      "undecided",
      {
        "aws_vpc_security_group_ingress_rule.x": {
          security_group_id: groupId("app"),
          ip_protocol: "tcp",
          from_port: "${var.port}",
          to_port: "${var.port}",
          cidr_ipv4: "0.0.0.0/0",
        },
      },
    ],
    [
      "rules exclusive elsewhere still count",
      "open",
      {
        ...oldRule("app", { cidr_blocks: ["0.0.0.0/0"] }),
        "aws_vpc_security_group_rules_exclusive.app": {
          security_group_id: groupId("app"),
          ingress_rule_ids: [],
          egress_rule_ids: [],
        },
      },
    ],
  ])("%s: %s", (_, truth, rules) => {
    expect(answerOf([publicDatabase, rules], "internet", "database.app")).toBe(truth);
  });
});
