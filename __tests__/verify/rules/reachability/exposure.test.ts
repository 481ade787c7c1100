import { balancer, database, edge, letIn, service } from "../../network/small-network";
import { check, everyone, api, app, shop } from "./check";

const publicApp = database("app", "public", { publicly_accessible: true });

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

describe("public-balancer-in-public-subnets", () => {
  const id = "public-balancer-in-public-subnets";

  test("holds where the subnets lead to an internet gateway", () => {
    expect(check(id, shop)).toBe("holds");
  });

  test("is not applicable to internal load balancers", () => {
    expect(check(id, [balancer("internal", "api", "private", { internal: true })])).toBe("not applicable");
  });

  test("refuses a public load balancer in subnets without one", () => {
    expect(check(id, [balancer("internal", "api", "private")])).toEqual([
      "aws_lb.internal: aws_subnet.private",
    ]);
  });
});

describe("tasks-not-in-public-subnets", () => {
  const id = "tasks-not-in-public-subnets";

  test("holds in private subnets", () => {
    expect(check(id, [api])).toBe("holds");
  });

  test("is not applicable without services", () => {
    expect(check(id, [app])).toBe("not applicable");
  });

  test("advises against subnets that lead to an internet gateway", () => {
    expect(check(id, [service("api", "public")])).toEqual(["aws_ecs_service.api: aws_subnet.public"]);
  });
});
