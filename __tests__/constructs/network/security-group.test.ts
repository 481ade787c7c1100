import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { SecurityGroup } from "../../../constructs/network/security-group";
import { synthesize } from "../../../testing/synthesize";
import { aPeer } from "../../support/a-network";

function synthesizeGroup(use: (group: SecurityGroup) => void = () => undefined) {
  return synthesize((stack) => {
    use(new SecurityGroup(stack, "Orders", { name: "test-orders", peerName: "orders", vpcId: "vpc-1" }));
  });
}

const orders = "${aws_security_group.orders.id}";

describe("SecurityGroup", () => {
  test("starts without any rule", () => {
    expect(synthesizeGroup().addresses()).toEqual(["aws_security_group.orders"]);
  });

  test("has no inline rules", () => {
    const group = synthesizeGroup((own) => own.allowFrom(aPeer("api"), 8080, "API places orders"));
    expect(Object.keys(group.only(AwsSecurityGroup))).toEqual(
      expect.not.arrayContaining(["ingress", "egress"]),
    );
  });

  test("is replaced before it is deleted, under a name of its own", () => {
    expect(synthesizeGroup().only(AwsSecurityGroup)).toMatchObject({
      name_prefix: "test-orders-",
      lifecycle: { create_before_destroy: true },
    });
  });

  test("returns copies of its rules", () => {
    synthesizeGroup((group) => {
      const before = group.rules;
      group.allowFrom(aPeer("api"), 8080, "API places orders");
      expect([before.length, group.rules.length]).toEqual([0, 2]);
    });
  });
});

describe("An edge from a peer", () => {
  const synthesis = synthesizeGroup((group) => group.allowFrom(aPeer("api"), 8080, "API places orders"));

  test("lets the peer in on one TCP port, and says why", () => {
    expect(synthesis.only(VpcSecurityGroupIngressRule)).toMatchObject({
      security_group_id: orders,
      referenced_security_group_id: "sg-api",
      ip_protocol: "tcp",
      from_port: 8080,
      to_port: 8080,
      description: "API places orders",
    });
  });

  test("lets the peer out on the same port, and says why", () => {
    expect(synthesis.only(VpcSecurityGroupEgressRule)).toMatchObject({
      security_group_id: "sg-api",
      referenced_security_group_id: orders,
      ip_protocol: "tcp",
      from_port: 8080,
      to_port: 8080,
      description: "API places orders",
    });
  });

  test("names no address block", () => {
    const rules = [synthesis.only(VpcSecurityGroupIngressRule), synthesis.only(VpcSecurityGroupEgressRule)];
    expect(rules.filter((rule) => "cidr_ipv4" in rule || "cidr_ipv6" in rule)).toEqual([]);
  });

  test("has addresses that name peer and port", () => {
    expect(synthesis.addresses()).toEqual([
      "aws_security_group.orders",
      "aws_vpc_security_group_egress_rule.orders_from_api_on_8080_egress",
      "aws_vpc_security_group_ingress_rule.orders_from_api_on_8080_ingress",
    ]);
  });
});

describe("An edge to a peer", () => {
  const synthesis = synthesizeGroup((group) => group.allowTo(aPeer("db"), 5432, "Orders are stored"));

  test("lets this group out to the peer", () => {
    expect(synthesis.only(VpcSecurityGroupEgressRule)).toMatchObject({
      security_group_id: orders,
      referenced_security_group_id: "sg-db",
      from_port: 5432,
      to_port: 5432,
    });
  });

  test("lets the peer be reached by this group", () => {
    expect(synthesis.only(VpcSecurityGroupIngressRule)).toMatchObject({
      security_group_id: "sg-db",
      referenced_security_group_id: orders,
      from_port: 5432,
      to_port: 5432,
    });
  });
});

describe("Rules to and from addresses", () => {
  test("allowFromInternet opens one port to everyone", () => {
    const synthesis = synthesizeGroup((group) => group.allowFromInternet(443, "Everyone by HTTPS"));
    expect(synthesis.only(VpcSecurityGroupIngressRule)).toMatchObject({
      cidr_ipv4: "0.0.0.0/0",
      from_port: 443,
      to_port: 443,
      description: "Everyone by HTTPS",
    });
  });

  test("nothing but allowFromInternet lets an address block in", () => {
    const synthesis = synthesizeGroup((group) => {
      group.allowFrom(aPeer("api"), 8080, "API places orders");
      group.allowTo(aPeer("db"), 5432, "Orders are stored");
      group.allowToCidr("0.0.0.0/0", 443, "Payments");
      group.allowToPrefixList("S3", "pl-1", 443, "Image layers");
    });
    const rules = Object.values(synthesis.resources(VpcSecurityGroupIngressRule));
    expect(rules.filter((rule) => !("referenced_security_group_id" in rule))).toEqual([]);
  });

  test("allowToCidr lets this group out to a block, and nothing in", () => {
    const synthesis = synthesizeGroup((group) => group.allowToCidr("192.0.2.0/24", 443, "Payments"));
    expect(synthesis.count(VpcSecurityGroupIngressRule)).toBe(0);
    expect(synthesis.only(VpcSecurityGroupEgressRule)).toMatchObject({
      cidr_ipv4: "192.0.2.0/24",
      from_port: 443,
      to_port: 443,
      description: "Payments",
    });
  });

  test("allowToPrefixList lets this group out to the list", () => {
    const synthesis = synthesizeGroup((group) =>
      group.allowToPrefixList("S3", "pl-1", 443, "Image layers come from S3"),
    );
    expect(synthesis.only(VpcSecurityGroupEgressRule)).toMatchObject({
      prefix_list_id: "pl-1",
      description: "Image layers come from S3",
    });
  });
});

describe("The reason of a rule", () => {
  const use: Record<string, (group: SecurityGroup, reason: string) => void> = {
    allowFrom: (group, reason) => group.allowFrom(aPeer("api"), 80, reason),
    allowTo: (group, reason) => group.allowTo(aPeer("api"), 80, reason),
    allowFromInternet: (group, reason) => group.allowFromInternet(80, reason),
    allowToCidr: (group, reason) => group.allowToCidr("10.0.0.0/8", 80, reason),
    allowToPrefixList: (group, reason) => group.allowToPrefixList("S3", "pl-1", 80, reason),
  };

  test.each(Object.keys(use))("is refused by %s when it is empty", (method) => {
    expect(() => synthesizeGroup((group) => use[method]?.(group, ""))).toThrow("must be 1 to 255");
  });

  test.each([
    ["an apostrophe", "the API's orders"],
    ["a line break", "API\nplaces orders"],
    ["a letter outside ASCII", "Größe"],
    ["256 characters", "x".repeat(256)],
  ])("is refused with %s", (_, reason) => {
    expect(() => synthesizeGroup((group) => group.allowFromInternet(80, reason))).toThrow("must be 1 to 255");
  });

  test("may have 255 characters", () => {
    expect(() => synthesizeGroup((group) => group.allowFromInternet(80, "x".repeat(255)))).not.toThrow();
  });

  test("arrives as written when it looks like an expression", () => {
    const synthesis = synthesizeGroup((group) => group.allowFrom(aPeer("api"), 80, "Costs ${PRICE}"));
    expect(synthesis.only(VpcSecurityGroupIngressRule)).toMatchObject({ description: "Costs $${PRICE}" });
  });

  test("is refused with place, rule, value and advice", () => {
    expect(() => synthesizeGroup((group) => group.allowFromInternet(80, "ü")))
      .toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Orders: 1 problem
       reason  must be 1 to 255 of the characters AWS takes in a rule description, got "ü". Say in plain words why the connection is needed, with letters, digits and ._-:/()#,@[]+=&;{}!$*."
    `);
  });
});
