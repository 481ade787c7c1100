import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const variable = (name: string) => ({ name, value: "x" });
const secret = (name: string) => ({ name, valueFrom: "/dev/x" });

describe("variable", () => {
  test("may be set in two containers", () => {
    const environment = [variable("A")];
    expect(
      complaints([
        { ...orders, environment },
        { ...proxy, environment },
      ]),
    ).toEqual([]);
  });

  test("may differ from another in case only, as Linux allows", () => {
    expect(complaints([{ ...orders, environment: [variable("A"), variable("a")] }])).toEqual([]);
  });

  test("is set once", () => {
    expect(complaints([{ ...orders, environment: [variable("A"), variable("B"), variable("A")] }])).toEqual([
      "containers[0].environment[2].name must be set once in a container; environment[0] sets it too",
    ]);
  });

  test("is not a secret too", () => {
    expect(complaints([{ ...orders, environment: [variable("A")], secrets: [secret("A")] }])).toEqual([
      "containers[0].secrets[0].name must be set once in a container; environment[0] sets it too",
    ]);
  });

  test("that the library sets is not set in the application container", () => {
    const containers = [{ ...orders, environment: [variable("CART_URL")], secrets: [secret("DB_PASSWORD")] }];
    expect(complaints(containers, { generatedNames: ["CART_URL", "DB_PASSWORD"] })).toEqual([
      "containers[0].environment[0].name must not be a variable that the library sets itself",
      "containers[0].secrets[0].name must not be a variable that the library sets itself",
    ]);
  });

  test("that the library sets may be set in a sidecar, which does not get it", () => {
    const containers = [orders, { ...proxy, environment: [variable("CART_URL")] }];
    expect(complaints(containers, { generatedNames: ["CART_URL"] })).toEqual([]);
  });
});
