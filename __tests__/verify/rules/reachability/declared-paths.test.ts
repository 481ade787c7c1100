import { type DeclaredPath } from "../../../../contract/environment-declaration";
import { type Bodies } from "../../../support/verified";
import { balancer, database, edge, groupId, letIn, letOut, service } from "../../network/small-network";
import { check, everyone, api, app, shop, inRule } from "./check";

const toApp: DeclaredPath = { from: "service.api", to: "database.app", port: 5432, reason: "api uses app" };
const toShop: DeclaredPath = {
  from: "internet",
  to: "service.shop",
  port: 8080,
  through: "balancer.public",
  reason: "shop is a frontend",
};

const registration = {
  target_group_arn: "${aws_lb_target_group.public.arn}",
  target_id: "${aws_ecs_service.shop.id}",
};

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
      "what a forward to another port lacks",
      [...shop, { "aws_lb_target_group_attachment.public": { ...registration, port: 9090 } }],
      toShop,
      "aws_security_group.public has no rule that lets out to service.shop (test-all/aws_security_group.shop) on port 9090, and 1 more",
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
