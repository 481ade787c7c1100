import { databaseEngines } from "../../limits/database-engines";

describe("database engines", () => {
  test.each([
    ["postgres", ["11", "17", "16.4", "18.1"]],
    ["mysql", ["5.7", "8.0", "8.0.40", "8.4"]],
  ] as const)("%s has the versions %j", (engine, versions) => {
    expect(versions.filter((version) => !databaseEngines[engine].version.test(version))).toEqual([]);
  });

  test.each([
    ["postgres", ["9", "10", "19", "17.", "17.1.2", "v17", "17\n"]],
    ["mysql", ["5.6", "8", "8.1", "9.0", "8.4."]],
  ] as const)("%s does not have the versions %j", (engine, versions) => {
    expect(versions.filter((version) => databaseEngines[engine].version.test(version))).toEqual([]);
  });

  test.each(["postgres", "mysql"] as const)("%s accepts its default version", (engine) => {
    const { version, defaultVersion } = databaseEngines[engine];
    expect(version.test(defaultVersion)).toBe(true);
  });
});
