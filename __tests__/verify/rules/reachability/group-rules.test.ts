import { reachabilityRules } from "../../../../verify/rules/reachability/rules";
import { type Bodies } from "../../../support/verified";
import { edge, groupId, letIn } from "../../network/small-network";
import { check, everyone, api, app, shop, inRule } from "./check";

describe("balancer-ports", () => {
  const id = "balancer-ports";

  test("holds for 80 and 443", () => {
    expect(check(id, [...shop, letIn("public", everyone, 443)])).toBe("holds");
  });

  test("is not applicable where nothing is open to the outside", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("not applicable");
  });

  test.each([
    [{ cidr_ipv4: "0.0.0.0/0" }, 22],
    [{ cidr_ipv6: "::/0" }, 3389],
    [{ cidr_ipv4: "0.0.0.0/1" }, 8080],
    [{ cidr_ipv4: "0.0.0.0/0", to_port: 443 }, 80],
  ])("refuses %j on %d", (peer, port) => {
    expect(check(id, [api, letIn("api", peer, port)])).toEqual([expect.stringContaining(inRule)]);
  });
});

describe("security-group-open-to-vpc", () => {
  const id = "security-group-open-to-vpc";

  test.each(["10.0.1.0/24", "10.99.0.0/17"])("holds for %s", (cidr_ipv4) => {
    expect(check(id, [api, letIn("api", { cidr_ipv4 }, 80)])).toBe("holds");
  });

  test("is not applicable where groups name groups", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("not applicable");
  });

  test.each(["10.0.0.0/16", "10.0.0.0/8", "${aws_vpc.main.cidr_block}"])(
    "advises against %s",
    (cidr_ipv4) => {
      expect(check(id, [api, letIn("api", { cidr_ipv4 }, 80)])).toEqual([expect.stringContaining(inRule)]);
    },
  );
});

describe.each<[string, "ingress" | "egress"]>([
  ["security-group-all-ports", "ingress"],
  ["security-group-egress-all-ports", "egress"],
])("%s", (id, direction) => {
  const rule = (ports: object, peer: object = everyone): Bodies => ({
    [`aws_vpc_security_group_${direction}_rule.one`]: {
      security_group_id: groupId("api"),
      ...ports,
      ...peer,
    },
  });

  test("holds for a port", () => {
    expect(check(id, [api, rule({ ip_protocol: "tcp", from_port: 443, to_port: 443 })])).toBe("holds");
  });

  test("is not applicable without rules", () => {
    expect(check(id, [api])).toBe("not applicable");
  });

  test.each([
    { ip_protocol: "-1" },
    { ip_protocol: "tcp", from_port: 0, to_port: 65_535 },
    { ip_protocol: "tcp", from_port: 1, to_port: 65_535 },
  ])("refuses %j", (ports) => {
    expect(check(id, [api, rule(ports)])).toHaveLength(1);
  });
});

describe("a rule about reachability", () => {
  test("has an id of its own", () => {
    const ids = reachabilityRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
