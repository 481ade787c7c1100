import { routePriority } from "../../config/route-priority";

const longest = `/${"a".repeat(126)}*`;

describe("routePriority", () => {
  test.each([
    ["an exact path", { path: "/api" }, "a pattern", { path: "/api*" }],
    ["a longer pattern", { path: "/api/*" }, "a shorter one", { path: "/*" }],
    ["one more character", { path: "/ab*" }, "one less", { path: "/a*" }],
    ["the longest pattern", { path: longest }, "the next", { path: longest.replace("a", "") }],
    ["a host", { path: "/*", host: "a.example.com" }, "any host", { path: "/exact" }],
    ["a host", { path: "/*", host: "a.example.com" }, "a pattern", { path: "/x", host: "*.example.com" }],
    ["a host pattern", { path: "/*", host: "*.example.com" }, "any host", { path: "/exact" }],
  ])("asks %s (%j) before %s (%j)", (_, first, __, second) => {
    expect(routePriority(first)).toBeLessThan(routePriority(second));
  });

  test("is the same for hosts that differ in case only", () => {
    expect(routePriority({ path: "/*", host: "A.example.com" })).toBe(
      routePriority({ path: "/*", host: "a.example.com" }),
    );
  });

  test("never changes", () => {
    expect([
      routePriority({ path: "/*" }),
      routePriority({ path: "/api/*" }),
      routePriority({ path: "/health" }),
      routePriority({ path: "/*", host: "admin.example.com" }),
    ]).toEqual([49873, 49423, 34499, 16470]);
  });

  test.each([{ path: "/" }, { path: "/*" }, { path: "*" }, { path: longest }, { path: "/x", host: "a.b" }])(
    "is one that AWS takes for %j",
    (route) => {
      expect(routePriority(route)).toBeGreaterThanOrEqual(1);
      expect(routePriority(route)).toBeLessThanOrEqual(50_000);
    },
  );
});
