import { type DeclaredPath } from "../../../../contract/environment-declaration";
import { reachabilityRules } from "../../../../verify/rules/reachability/rules";
import { type Bodies } from "../../../support/verified";
import {
  balancer,
  database,
  edge,
  environmentOf,
  groupId,
  letIn,
  letOut,
  service,
} from "../../network/small-network";

const everyone = { cidr_ipv4: "0.0.0.0/0" };
const api = service("api");
const app = database("app");
const publicApp = database("app", "public", { publicly_accessible: true });
const shop = [
  service("shop"),
  balancer("public", "shop"),
  letIn("public", everyone, 80),
  edge("public", "shop", 8080),
];
const toApp: DeclaredPath = { from: "service.api", to: "database.app", port: 5432, reason: "api uses app" };
const toShop: DeclaredPath = {
  from: "internet",
  to: "service.shop",
  port: 8080,
  through: "balancer.public",
  reason: "shop is a frontend",
};
const inRule = "aws_vpc_security_group_ingress_rule";

/** What a rule says: nothing of what it is not about, `holds`, or what it got by address. */
function check(id: string, parts: readonly Bodies[], paths?: readonly DeclaredPath[]) {
  const rule = reachabilityRules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const given = paths && { declaration: { version: 1, production: false, paths } as const };
  const verdicts = rule.check(environmentOf(parts, given));
  const problems = verdicts.flatMap(({ resource, problem }) =>
    problem ? [`${resource.address}: ${problem.got}`] : [],
  );
  if (verdicts.length === 0) return "not applicable";
  return problems.length === 0 ? "holds" : problems;
}

describe("path-declared", () => {
  const id = "path-declared";

  test("holds where the declaration names every path", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)], [toApp])).toBe("holds");
  });

  test("is not applicable without a declaration", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("not applicable");
  });

  test("is not about undecided paths", () => {
    const receiver = database("app", "isolated", { vpc_security_group_ids: ["${var.group}"] });
    expect(check(id, [api, receiver, letOut("api", "10.0.2.0/24", 5432)], [])).toBe("not applicable");
  });

  test.each<[string, readonly Bodies[], readonly DeclaredPath[], string]>([
    [
      "a path between others",
      [api, app, edge("api", "app", 5432)],
      [toShop],
      "service.api → database.app on tcp 5432",
    ],
    ["another port", [api, app, edge("api", "app", 22)], [toApp], "service.api → database.app on tcp 22"],
    [
      "a wider range",
      [api, app, edge("api", "app", 5432), wide()],
      [toApp],
      "service.api → database.app on tcp 5000-6000",
    ],
    [
      "a path around the balancer",
      [...shop, edge("public", "shop", 8080)],
      [{ ...toShop, through: "balancer.other" }],
      "internet → balancer.public → service.shop on tcp 8080",
    ],
  ])("refuses %s", (_, parts, paths, got) => {
    expect(check(id, parts, paths)).toEqual([expect.stringContaining(got)]);
  });

  test("points to the rule that lets it in", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)], [])).toEqual([
      expect.stringContaining(`${inRule}.app_`),
    ]);
  });

  test("lets who may call the internet call what the internet may", () => {
    const out: DeclaredPath = { from: "service.api", to: "internet", port: 80, reason: "a partner" };
    expect(check(id, [...shop, api, letOut("api", "0.0.0.0/0", 80)], [toShop, out])).toBe("holds");
  });

  test("takes a part of the internet for the internet, not the other way round", () => {
    const out = (to: string): DeclaredPath => ({ from: "service.api", to, port: 443, reason: "a partner" });
    const parts = [api, letOut("api", "198.51.100.0/24", 443)];
    expect(check(id, parts, [out("198.51.100.0/24")])).toBe("holds");
    expect(check(id, parts, [out("internet")])).toBe("holds");
    expect(check(id, [api, letOut("api", "0.0.0.0/0", 443)], [out("198.51.100.0/24")])).toEqual([
      expect.stringContaining("service.api → internet on tcp 443"),
    ]);
  });
});

describe("declared-path-open", () => {
  const id = "declared-path-open";

  test("holds where the path exists, perhaps with more ports", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)], [toApp])).toBe("holds");
    expect(check(id, [api, app, wide()], [toApp])).toBe("holds");
  });

  test("is not applicable without a declaration", () => {
    expect(check(id, [api, app])).toBe("not applicable");
  });

  test.each<[string, readonly Bodies[], DeclaredPath, string]>([
    [
      "the half that is missing",
      [api, app, letOut("api", "app", 5432)],
      toApp,
      "aws_security_group.app has no rule that lets in service.api",
    ],
    [
      "how many others are missing",
      [api, app],
      toApp,
      "has no rule that lets out to database.app (test-all/aws_security_group.app) on port 5432, and 1 more",
    ],
    [
      "a service that is not there",
      [api, app],
      { ...toApp, from: "service.ghost" },
      "no service.ghost in these files",
    ],
    [
      "a balancer that does not forward",
      [service("shop"), balancer("public", "shop"), { "aws_lb_listener.public": {} }],
      toShop,
      "no listener of balancer.public that forwards to service.shop",
    ],
    [
      "what the balancer lacks",
      [...shop, { [letInAddress()]: {} }],
      toShop,
      "has no rule that lets in internet on port 80",
    ],
  ])("tells %s", (_, parts, path, got) => {
    expect(check(id, parts, [path])).toEqual([expect.stringContaining(got)]);
  });
});

describe("database-not-from-internet", () => {
  const id = "database-not-from-internet";

  test("holds for a database that services alone reach", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("holds");
  });

  test("is not applicable without databases", () => {
    expect(check(id, [api])).toBe("not applicable");
  });

  test.each(["0.0.0.0/0", "203.0.113.0/24", "0.0.0.0/1"])("refuses a way in for %s", (cidr_ipv4) => {
    expect(check(id, [publicApp, letIn("app", { cidr_ipv4 }, 5432)])).toEqual([
      expect.stringMatching(/^aws_vpc_security_group_ingress_rule\.app.* → database\.app on tcp 5432$/),
    ]);
  });
});

describe("service-behind-balancer", () => {
  const id = "service-behind-balancer";

  test("holds for a service behind a load balancer", () => {
    expect(check(id, shop)).toBe("holds");
  });

  test("is not applicable without services", () => {
    expect(check(id, [app])).toBe("not applicable");
  });

  test("refuses a task that the internet reaches itself", () => {
    const open = [service("api", "public", { assign_public_ip: true }), letIn("api", everyone, 80)];
    expect(check(id, open)).toEqual([expect.stringContaining("internet → service.api on tcp 80")]);
  });
});

describe("backend-not-public", () => {
  const id = "backend-not-public";
  const internal = [
    service("api"),
    balancer("internal", "api", "private", { internal: true }),
    edge("internal", "api", 8080),
  ];

  test("holds for a service behind an internal load balancer alone", () => {
    expect(check(id, internal)).toBe("holds");
  });

  test("is not applicable without internal load balancer", () => {
    expect(check(id, shop)).toBe("not applicable");
  });

  test("refuses one that is behind a public load balancer, too", () => {
    const both = [
      ...internal,
      balancer("public", "api"),
      letIn("public", everyone, 80),
      edge("public", "api", 8080),
    ];
    expect(check(id, both)).toEqual([
      expect.stringContaining("internet → balancer.public → service.api on tcp 8080"),
    ]);
  });
});

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

describe("edge-both-halves", () => {
  const id = "edge-both-halves";

  test("holds for an edge with both rules", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("holds");
  });

  test("holds where the other half is a rule for the network", () => {
    expect(
      check(id, [
        api,
        app,
        letOut("api", "10.0.0.0/16", 5432),
        letIn("app", { referenced_security_group_id: groupId("api") }, 5432),
      ]),
    ).toBe("holds");
  });

  test.each<[string, readonly Bodies[]]>([
    ["rules that name no group", [api, letIn("api", everyone, 80)]],
    [
      "groups that nothing has",
      [{ "aws_security_group.app": {}, "aws_security_group.api": {} }, edge("api", "app", 5432)],
    ],
  ])("is not about %s", (_, parts) => {
    expect(check(id, parts)).toBe("not applicable");
  });

  test("refuses each half alone", () => {
    const group = { referenced_security_group_id: groupId("api") };
    expect(check(id, [api, app, letIn("app", group, 5432)])).toEqual([
      expect.stringContaining("no rule of test-all/aws_security_group.api that lets it out"),
    ]);
    expect(check(id, [api, app, letOut("api", "app", 5432)])).toEqual([
      expect.stringContaining("no rule of test-all/aws_security_group.app that lets it in"),
    ]);
  });

  test("refuses halves on different ports", () => {
    const group = { referenced_security_group_id: groupId("api") };
    expect(check(id, [api, app, letOut("api", "app", 5433), letIn("app", group, 5432)])).toHaveLength(2);
  });
});

describe("path-decided", () => {
  const id = "path-decided";

  test("holds where the files tell everything", () => {
    expect(check(id, [api, app, edge("api", "app", 5432)])).toBe("holds");
  });

  test("is not applicable where nothing is in a network", () => {
    expect(check(id, [])).toBe("not applicable");
  });

  test("tells what decides", () => {
    const receiver = database("app", "isolated", { vpc_security_group_ids: ["${var.group}"] });
    expect(check(id, [api, receiver, letOut("api", "10.0.2.0/24", 5432)])).toEqual([
      "aws_db_instance.app: var.group decides whether service.api reaches database.app",
    ]);
  });
});

describe("a rule about reachability", () => {
  test("has an id of its own", () => {
    const ids = reachabilityRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** An edge to the database on more ports than its own. */
function wide(): Bodies {
  const range = { from_port: 5000, to_port: 6000, ip_protocol: "tcp" };
  return {
    [`${inRule}.wide`]: {
      security_group_id: groupId("app"),
      referenced_security_group_id: groupId("api"),
      ...range,
    },
    "aws_vpc_security_group_egress_rule.wide": {
      security_group_id: groupId("api"),
      referenced_security_group_id: groupId("app"),
      ...range,
    },
  };
}

function letInAddress(): string {
  return Object.keys(letIn("public", everyone, 80))[0] ?? "";
}
