import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const waiting = (condition: string, containerName = "proxy") => ({
  ...orders,
  dependsOn: [{ containerName, condition }],
});
const healthy = { ...proxy, healthCheck: { command: ["CMD", "/healthy"] } };
const job = { ...proxy, essential: false };

describe("dependency", () => {
  test("may name a container that stands before or after", () => {
    expect(complaints([waiting("START"), proxy])).toEqual([]);
    expect(complaints([proxy, waiting("START")])).toEqual([]);
  });

  test("names a container of the file", () => {
    expect(complaints([waiting("START", "prozy"), proxy])).toEqual([
      "containers[0].dependsOn[0].containerName must be a container of this file",
    ]);
  });

  test("of a single container is to be removed", () => {
    expect(environments.read([waiting("START")]).problems[0]?.advice).toBe(
      "Remove it: there is no other container.",
    );
  });

  test("names another container", () => {
    expect(complaints([waiting("START", "orders")])).toEqual([
      "containers[0].dependsOn[0].containerName must be another container",
    ]);
  });
});

describe("dependencies", () => {
  const chain = (...names: string[]) => names.map((containerName) => ({ containerName, condition: "START" }));

  test("may form a diamond", () => {
    const containers = [
      { ...orders, dependsOn: chain("a", "b") },
      { ...proxy, name: "a", dependsOn: chain("c") },
      { ...proxy, name: "b", dependsOn: chain("c") },
      { ...proxy, name: "c" },
    ];
    expect(complaints(containers)).toEqual([]);
  });

  test("form no circle of two", () => {
    const containers = [
      { ...orders, dependsOn: chain("proxy") },
      { ...proxy, dependsOn: chain("orders") },
    ];
    expect(environments.read(containers).problems).toMatchObject([
      { must: "must not wait for itself through others", got: "orders → proxy → orders" },
    ]);
  });

  test("form no circle that the application merely waits for", () => {
    const containers = [
      { ...orders, dependsOn: chain("a") },
      { ...proxy, name: "a", dependsOn: chain("b") },
      { ...proxy, name: "b", dependsOn: chain("c") },
      { ...proxy, name: "c", dependsOn: chain("a") },
    ];
    expect(environments.read(containers).problems).toMatchObject([{ got: "a → b → c → a" }]);
  });

  test("report each of two circles", () => {
    const containers = [
      orders,
      { ...proxy, name: "a", dependsOn: chain("b") },
      { ...proxy, name: "b", dependsOn: chain("a") },
      { ...proxy, name: "c", dependsOn: chain("d") },
      { ...proxy, name: "d", dependsOn: chain("c") },
    ];
    expect(environments.read(containers).problems).toMatchObject([
      { got: "a → b → a" },
      { got: "c → d → c" },
    ]);
  });
});

describe("condition of a dependency", () => {
  test.each([
    ["START", proxy],
    ["HEALTHY", healthy],
    ["COMPLETE", job],
    ["SUCCESS", job],
  ])("may be %s when the other container can reach it", (condition, other) => {
    expect(complaints([waiting(condition), other])).toEqual([]);
  });

  test("is not HEALTHY of a container without a health check", () => {
    expect(complaints([waiting("HEALTHY"), proxy])).toEqual([
      'containers[0].dependsOn[0].condition must be one that "proxy", which has no healthCheck, can reach',
    ]);
  });

  test.each(["COMPLETE", "SUCCESS"])("is not %s of an essential container", (condition) => {
    expect(complaints([waiting(condition), proxy])).toEqual([
      'containers[0].dependsOn[0].condition must not wait for the end of "proxy", which is essential: its end is the end of the task',
    ]);
  });

  test("is one that ECS knows", () => {
    expect(complaints([waiting("READY"), proxy])).toEqual([
      "containers[0].dependsOn[0].condition must be START, COMPLETE, SUCCESS or HEALTHY",
    ]);
  });
});
