import { copyEnvironment, withServices } from "../../../bench/programs/vary-environment";
import { addEnvironment } from "../../../stacks/build-app";
import { synthesizeApp } from "../../../testing/synthesize";
import { aBackend, aFrontend, anEnvironment } from "../../support/an-environment";

const prod = anEnvironment({
  production: true,
  services: {
    frontend: aFrontend("frontend", { calls: ["backend"] }),
    backend: aBackend("backend", { databases: ["app"] }),
  },
});

describe("copyEnvironment", () => {
  test("gives every copy an account, a name and a domain of its own", () => {
    const [one, two] = [copyEnvironment(prod, 1), copyEnvironment(prod, 2)];
    const distinct = new Set(
      [one, two].flatMap(({ name, account, domain }) => [name, account, domain?.name]),
    );
    expect(distinct.size).toBe(6);
  });

  test("writes accounts with twelve digits", () => {
    expect(copyEnvironment(prod, 157).account).toMatch(/^\d{12}$/);
  });
});

describe("withServices", () => {
  test("makes pairs of a frontend and the backend that it calls", () => {
    const { services } = withServices(prod, 4);
    expect(Object.entries(services).map(([name, { calls }]) => [name, ...calls])).toEqual([
      ["web-0", "api-0"],
      ["api-0"],
      ["web-1", "api-1"],
      ["api-1"],
    ]);
  });

  test("makes what can be built: names, routes and ports do not clash", () => {
    expect(() => synthesizeApp((app) => addEnvironment(app, withServices(prod, 6)))).not.toThrow();
  });

  test("throws for an environment without the services to copy", () => {
    expect(() => withServices({ ...prod, services: {} }, 2)).toThrow("no frontend and backend");
  });
});
