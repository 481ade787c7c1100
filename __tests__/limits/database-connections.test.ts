import { knownInstanceClasses, maxConnections } from "../../limits/database-connections";

describe("maxConnections", () => {
  test("is undefined for a class whose memory is not known", () => {
    expect(maxConnections("postgres", "db.x9.huge")).toBeUndefined();
  });

  test.each(["db.t3.constructor", "db.__proto__.large", "t3.micro", ""])("knows no class %p", (name) => {
    expect(maxConnections("postgres", name)).toBeUndefined();
  });

  /** Instances report a little more: the estimate must stay below. */
  test.each([
    ["postgres", "db.t3.micro", 60, 112],
    ["postgres", "db.m5.large", 750, 901],
    ["mysql", "db.m5.large", 580, 683],
  ] as const)(
    "of %s on %s is between %i and the formula's %i on the whole memory",
    (engine, name, low, high) => {
      const connections = maxConnections(engine, name) ?? 0;
      expect(connections).toBeGreaterThanOrEqual(low);
      expect(connections).toBeLessThanOrEqual(high);
    },
  );

  test("of postgres ends at 5000", () => {
    expect(maxConnections("postgres", "db.r6g.4xlarge")).toBe(5000);
  });

  test("is known for every known class", () => {
    const unknown = knownInstanceClasses().filter((name) => maxConnections("mysql", name) === undefined);
    expect(unknown).toEqual([]);
  });
});
