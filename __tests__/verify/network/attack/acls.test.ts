import { type Bodies } from "../../../support/verified";
import { database, edge, service } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const all = { protocol: "-1", from_port: 0, to_port: 0 };
const allow = { ...all, action: "allow", rule_no: 100, cidr_block: "0.0.0.0/0" };
const vpc_id = "${aws_vpc.main.id}";
const subnet_ids = ["${aws_subnet.isolated.id}"];
const acl = (ingress: unknown, egress: unknown): Bodies => ({
  "aws_network_acl.x": { vpc_id, subnet_ids, ingress, egress },
});

describe("a service and a database with a network ACL", () => {
  test.each<[string, Answer, Bodies]>([
    ["that lets everything pass", "open", acl(allow, allow)],
    ["that has no rule", "closed", acl([], [])],
    [
      "that lets no answers out",
      "closed",
      acl(allow, [{ ...allow, protocol: "tcp", from_port: 80, to_port: 443 }]),
    ],
    [
      "that denies before it allows",
      "closed",
      acl([{ ...allow, rule_no: 50, action: "deny" }, allow], allow),
    ],
    ["that denies after it allows", "open", acl([{ ...allow, rule_no: 150, action: "deny" }, allow], allow)],
    ["whose rules are a variable", "undecided", acl("${var.rules}", allow)],
    [
      "whose rules are dynamic over a variable",
      "undecided",
      {
        "aws_network_acl.x": {
          vpc_id,
          subnet_ids,
          egress: allow,
          dynamic: {
            ingress: {
              for_each: "${var.rules}",
              content: {
                rule_no: "${ingress.value.number}",
                action: "allow",
                protocol: "-1",
                cidr_block: "${ingress.value.block}",
              },
            },
          },
        },
      },
    ],
    ["whose block is a variable", "undecided", acl({ ...allow, cidr_block: "${var.block}" }, allow)],
    ["whose action is a variable", "undecided", acl({ ...allow, action: "${var.action}" }, allow)],
    [
      "whose port is a variable",
      "undecided",
      acl({ ...allow, protocol: "tcp", from_port: "${var.port}", to_port: "${var.port}" }, allow),
    ],
    [
      "that denies a port in a variable",
      "undecided",
      acl(
        [
          {
            ...allow,
            protocol: "tcp",
            from_port: "${var.port}",
            to_port: "${var.port}",
            rule_no: 50,
            action: "deny",
          },
          allow,
        ],
        allow,
      ),
    ],
    [
      "that denies a block in a variable",
      "undecided",
      acl([{ ...allow, rule_no: 50, action: "deny", cidr_block: "${var.block}" }, allow], allow),
    ],
    [
      "that denies a block in a variable after all is allowed",
      "open",
      acl([allow, { ...allow, rule_no: 150, action: "deny", cidr_block: "${var.block}" }], allow),
    ],
    [
      "in another subnet",
      "open",
      { "aws_network_acl.x": { vpc_id, subnet_ids: ["${aws_subnet.public.id}"] } },
    ],
    [
      "associated by a resource",
      "closed",
      {
        "aws_network_acl.x": { vpc_id },
        "aws_network_acl_association.x": {
          network_acl_id: "${aws_network_acl.x.id}",
          subnet_id: subnet_ids[0],
        },
      },
    ],
    [
      "that is the VPC's own, emptied",
      "closed",
      { "aws_default_network_acl.x": { default_network_acl_id: "${aws_vpc.main.default_network_acl_id}" } },
    ],
    [
      "whose rule's block is a variable",
      "undecided",
      {
        ...acl(null, allow),
        "aws_network_acl_rule.x": {
          network_acl_id: "${aws_network_acl.x.id}",
          rule_number: 100,
          egress: false,
          protocol: "-1",
          rule_action: "allow",
          cidr_block: "${var.block}",
        },
      },
    ],
  ])("%s: %s", (_, truth, rules) => {
    const parts = [service("api"), database("app"), edge("api", "app", 5432), rules];
    expect(answerOf(parts, "service.api", "database.app")).toBe(truth);
  });
});
