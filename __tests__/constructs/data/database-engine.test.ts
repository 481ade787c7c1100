import { engineDefaults, parameterGroupFamily } from "../../../constructs/data/database-engine";

describe("parameterGroupFamily", () => {
  test.each([
    ["postgres", "17", "postgres17"],
    ["postgres", "17.4", "postgres17"],
    ["mysql", "8.4", "mysql8.4"],
    ["mysql", "8.4.3", "mysql8.4"],
    ["mysql", "8.0.40", "mysql8.0"],
  ] as const)("of %s %s is %s", (engine, version, family) => {
    expect(parameterGroupFamily(engine, version)).toBe(family);
  });
});

describe("engineDefaults", () => {
  test.each(["postgres", "mysql"] as const)(
    "of %s have a version with a parameter group family",
    (engine) => {
      expect(parameterGroupFamily(engine, engineDefaults[engine].version)).toMatch(
        /^(postgres\d{2}|mysql\d\.\d)$/,
      );
    },
  );
});
