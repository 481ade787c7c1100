import { withTestPriorities } from "../../config/test-priorities";
import type { RouteSettings } from "../../config/environment";
import { aFrontend } from "../support/an-environment";
import { shifting } from "../support/a-deployment";

const testHeader = { name: "x-release", value: "7f3c9a" };

function frontend(routes: readonly RouteSettings[], header = true) {
  return aFrontend("web", { routes, deployment: shifting("blue-green", header ? { testHeader } : {}) });
}

function testPriorities(services: Parameters<typeof withTestPriorities>[0]) {
  return Object.values(withTestPriorities(services)).flatMap((service) =>
    service.kind === "frontend" ? service.routes.map(({ testPriority }) => testPriority) : [],
  );
}

describe("The priority of a frontend's test rule", () => {
  test("is the one before its route", () => {
    expect(testPriorities({ web: frontend([{ path: "/*", priority: 100 }]) })).toEqual([99]);
  });

  test("is none that another route has", () => {
    const web = frontend([{ path: "/*", priority: 100 }]);
    const api = frontend([{ path: "/api/*", priority: 99 }], false);
    expect(testPriorities({ web, api })).toEqual([98, undefined]);
  });

  test("is none that another test rule has", () => {
    const web = frontend([{ path: "/*", priority: 100 }]);
    const api = frontend([{ path: "/api/*", priority: 99 }]);
    expect(testPriorities({ web, api })).toEqual([98, 97]);
  });

  test("is left out without a test header", () => {
    expect(testPriorities({ web: frontend([{ path: "/*", priority: 100 }], false) })).toEqual([undefined]);
  });
});
