import { offersPerformanceInsights } from "../../limits/performance-insights";

describe("offersPerformanceInsights", () => {
  test.each([
    ["postgres", "db.t3.micro", true],
    ["mysql", "db.t2.small", false],
    ["mysql", "db.t3.micro", false],
    ["mysql", "db.t4g.small", false],
    ["mysql", "db.t4g.medium", true],
    ["mysql", "db.m7g.large", true],
  ] as const)("%s on %s: %p", (engine, instanceClass, expected) => {
    expect(offersPerformanceInsights(engine, instanceClass)).toBe(expected);
  });
});
