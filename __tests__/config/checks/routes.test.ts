import {
  routeHostsInDomain,
  routePrioritiesDiffer,
  routesDiffer,
  routeWildcards,
} from "../../../config/checks/routes";
import { routePriority } from "../../../config/route-priority";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

function withRoutes(...routes: readonly object[]) {
  return devInput({ "services.web.routes": routes });
}

function withSecondFrontend(...routes: readonly object[]) {
  return devInput({ "services.admin": { kind: "frontend", routes } });
}

describe("routesDiffer", () => {
  test("accepts other paths and other hosts", () => {
    const input = withSecondFrontend({ path: "/admin/*" }, { path: "/*", host: "admin.example.com" });
    expect(placesOf(routesDiffer, input)).toEqual([]);
  });

  test("refuses two frontends with one route", () => {
    expect(saysOf(routesDiffer, withSecondFrontend({ path: "/*" }))).toEqual([
      'services.admin.routes[0] must differ from the routes of "web", got "/*". Choose another path, or give a host.',
    ]);
  });

  test("refuses one route in two places of a frontend", () => {
    const routes = [
      { path: "/a", priority: 1 },
      { path: "/a", priority: 2 },
    ];
    expect(placesOf(routesDiffer, withRoutes(...routes))).toEqual(["services.web.routes[1]"]);
  });
});

describe("routePrioritiesDiffer", () => {
  test("accepts derived priorities that differ", () => {
    expect(placesOf(routePrioritiesDiffer, withSecondFrontend({ path: "/admin/*" }))).toEqual([]);
  });

  test("refuses a given priority that is derived for another route, and proposes the next", () => {
    const taken = routePriority({ path: "/*" });
    const input = withSecondFrontend({ path: "/admin/*", priority: taken });
    expect(saysOf(routePrioritiesDiffer, input)).toEqual([
      `services.admin.routes[0] must have a priority of its own; services.web.routes[0] has ${taken} too, got "/admin/*". Add priority: ${taken + 1}.`,
    ]);
  });

  test("refuses two derived priorities that happen to be equal", () => {
    const paths = Array.from({ length: 200 }, (_, index) => `/${String(index).padStart(3, "0")}/*`);
    const places = placesOf(routePrioritiesDiffer, withRoutes(...paths.map((path) => ({ path }))));
    const priorities = paths.map((path) => routePriority({ path }));
    expect(places).toHaveLength(priorities.length - new Set(priorities).size);
  });

  test("leaves equal routes to the other rule", () => {
    expect(placesOf(routePrioritiesDiffer, withSecondFrontend({ path: "/*" }))).toEqual([]);
  });
});

describe("routeHostsInDomain", () => {
  const domain = { zone: "example.com", name: "shop.example.com" };
  const withHost = (host: string) => devInput({ domain, "services.web.routes": [{ path: "/*", host }] });

  test.each(["shop.example.com", "admin.shop.example.com", "*.shop.example.com"])("accepts %s", (host) => {
    expect(placesOf(routeHostsInDomain, withHost(host))).toEqual([]);
  });

  test.each(["example.com", "a.b.shop.example.com", "workshop.example.com", "*.example.com"])(
    "refuses %s, which the certificate does not cover",
    (host) => {
      expect(placesOf(routeHostsInDomain, withHost(host))).toEqual(["services.web.routes[0].host"]);
    },
  );

  test("says nothing without a domain", () => {
    expect(placesOf(routeHostsInDomain, withRoutes({ path: "/*", host: "example.org" }))).toEqual([]);
  });
});

describe("routeWildcards", () => {
  test("accepts six wildcards", () => {
    expect(placesOf(routeWildcards, withRoutes({ path: "/*/*/*/*/*/?" }))).toEqual([]);
  });

  test("refuses more, in host and path together", () => {
    const input = withRoutes({ path: "/*/*/*/*/*/?", host: "*.example.com" });
    expect(placesOf(routeWildcards, input)).toEqual(["services.web.routes[0]"]);
  });
});
