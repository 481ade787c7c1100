import { type Bodies } from "../../support/verified";
import { connectionsOf, database, edge, service } from "./small-network";

const open = "service.api > database.app tcp 5432";
const vpc_id = "${aws_vpc.main.id}";

interface Entry {
  readonly action?: "allow" | "deny";
  readonly from?: number;
  readonly to?: number;
  readonly block?: string;
  readonly protocol?: string;
}

function entry(
  number: number,
  { action = "allow", from = 0, to = 0, block = "0.0.0.0/0", protocol = "-1" }: Entry,
) {
  return { rule_no: number, action, from_port: from, to_port: to, cidr_block: block, protocol };
}

const every = entry(100, {});
const postgres = { protocol: "tcp", from: 5432, to: 5432 };
const answers = { protocol: "tcp", from: 1024, to: 65_535 };

/** The connection of a service to a database in whose subnet a network ACL holds. */
function withAcl(ingress: readonly object[], egress: readonly object[], more: Bodies = {}): string[] {
  const acl: Bodies = {
    "aws_network_acl.isolated": { vpc_id, subnet_ids: ["${aws_subnet.isolated.id}"], ingress, egress },
  };
  return connectionsOf(service("api"), database("app"), edge("api", "app", 5432), acl, more);
}

describe("a network ACL", () => {
  test.each<[string, readonly object[], readonly object[]]>([
    ["lets everything pass", [every], [every]],
    ["lets in the port, and out the answers", [entry(1, postgres)], [entry(1, answers)]],
    ["lets in the sender's subnet", [entry(1, { ...postgres, block: "10.0.1.0/24" })], [every]],
    ["allows before it denies", [entry(1, postgres), entry(2, { action: "deny" })], [every]],
    [
      "denies a part of the sender's subnet only",
      [entry(1, { action: "deny", block: "10.0.1.0/28" }), every],
      [every],
    ],
  ])("leaves a connection open where it %s", (_, ingress, egress) => {
    expect(withAcl(ingress, egress)).toEqual([open]);
  });

  test.each<[string, readonly object[], readonly object[]]>([
    ["says nothing", [], []],
    ["lets in another port", [entry(1, { ...postgres, from: 80, to: 80 })], [every]],
    ["lets in another subnet", [entry(1, { ...postgres, block: "10.0.0.0/24" })], [every]],
    ["denies before it allows", [every, entry(1, { action: "deny", ...postgres })], [every]],
    ["does not let out the answers", [every], [entry(1, { protocol: "tcp", from: 443, to: 443 })]],
    ["lets in UDP", [entry(1, { ...postgres, protocol: "udp" })], [every]],
  ])("closes a connection where it %s", (_, ingress, egress) => {
    expect(withAcl(ingress, egress)).toEqual([]);
  });

  test("takes rules that are resources of their own", () => {
    const rule = (egress: boolean) => ({
      network_acl_id: "${aws_network_acl.isolated.id}",
      egress,
      rule_number: 1,
      rule_action: "allow",
      protocol: "-1",
      cidr_block: "10.0.0.0/16",
    });
    expect(
      withAcl([], [], { "aws_network_acl_rule.in": rule(false), "aws_network_acl_rule.out": rule(true) }),
    ).toEqual([open]);
  });

  test("holds for subnets that an association gives it", () => {
    const other: Bodies = {
      "aws_network_acl.closed": { vpc_id },
      "aws_network_acl_association.closed": {
        network_acl_id: "${aws_network_acl.closed.id}",
        subnet_id: "${aws_subnet.isolated.id}",
      },
    };
    expect(withAcl([every], [every], other)).toEqual([]);
  });

  test("of the VPC holds for subnets without one of their own", () => {
    const closed: Bodies = {
      "aws_default_network_acl.main": { default_network_acl_id: "${aws_vpc.main.default_network_acl_id}" },
    };
    expect(connectionsOf(service("api"), database("app"), edge("api", "app", 5432), closed)).toEqual([]);
  });

  test("is not asked inside a subnet", () => {
    const parts = [service("api", "isolated"), database("app"), edge("api", "app", 5432)];
    const closed: Bodies = {
      "aws_network_acl.isolated": { vpc_id, subnet_ids: ["${aws_subnet.isolated.id}"] },
    };
    expect(connectionsOf(...parts, closed)).toEqual([open]);
  });
});
