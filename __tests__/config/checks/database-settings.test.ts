import {
  databaseClass,
  databaseInsights,
  databaseName,
  databaseStorage,
  databaseVersion,
} from "../../../config/checks/database-settings";
import { placesOf, saysOf } from "../support/check-cases";
import { define, devInput } from "../support/inputs";

function withDatabase(settings: object) {
  return devInput({ "databases.main": { engine: "postgres", ...settings } });
}

describe("databaseVersion", () => {
  test.each([
    ["postgres", "17"],
    ["postgres", "16.4"],
    ["mysql", "8.4"],
    ["mysql", "8.0.40"],
  ])("accepts %s %s", (engine, version) => {
    expect(placesOf(databaseVersion, withDatabase({ engine, version }))).toEqual([]);
  });

  test.each([
    ["postgres", "8.4"],
    ["postgres", "seventeen"],
    ["mysql", "17"],
  ])("refuses %s %s", (engine, version) => {
    expect(placesOf(databaseVersion, withDatabase({ engine, version }))).toEqual(["databases.main.version"]);
  });

  test("says nothing while the engine is not known", () => {
    expect(placesOf(databaseVersion, withDatabase({ engine: "oracle", version: "19" }))).toEqual([]);
  });
});

describe("databaseName", () => {
  test.each(["orders", "x".repeat(63)])("accepts %s", (name) => {
    expect(placesOf(databaseName, withDatabase({ databaseName: name }))).toEqual([]);
  });

  test.each(["select", "user", "postgres", "rdsadmin", "x".repeat(64)])("refuses %s", (name) => {
    expect(placesOf(databaseName, withDatabase({ databaseName: name }))).toEqual([
      "databases.main.databaseName",
    ]);
  });

  test("refuses a word of SQL that comes from the name of the entry", () => {
    const input = devInput({ "databases.user": { engine: "postgres" } });
    expect(placesOf(databaseName, input)).toEqual(["databases.user.databaseName"]);
  });

  test("writes an underscore for a hyphen in the name of the entry", () => {
    const input = devInput({
      "databases.order-history": { engine: "postgres" },
      "services.api.databases": ["main", "order-history"],
    });
    expect(define(input).databases["order-history"]).toMatchObject({ databaseName: "order_history" });
  });
});

describe("databaseStorage", () => {
  test.each([
    [100, 100],
    [100, 110],
    [20, 22],
  ])("accepts %i GiB that may grow to %i", (storageGiB, maxStorageGiB) => {
    expect(placesOf(databaseStorage, withDatabase({ storageGiB, maxStorageGiB }))).toEqual([]);
  });

  test.each([
    [100, 99],
    [100, 109],
    [21, 23],
  ])("refuses %i GiB that may grow to %i", (storageGiB, maxStorageGiB) => {
    expect(placesOf(databaseStorage, withDatabase({ storageGiB, maxStorageGiB }))).toEqual([
      "databases.main.maxStorageGiB",
    ]);
  });
});

describe("databaseClass", () => {
  test("accepts a class whose memory is known", () => {
    expect(placesOf(databaseClass, withDatabase({ instanceClass: "db.r6g.2xlarge" }))).toEqual([]);
  });

  test("refuses an unknown class and guesses the one that was meant", () => {
    expect(saysOf(databaseClass, withDatabase({ instanceClass: "db.t4g.micr" }))).toEqual([
      'databases.main.instanceClass must be a class whose memory is known here, or come with maxConnections, got "db.t4g.micr". Did you mean "db.t4g.micro"? Add maxConnections: <number> for a class that is not known here.',
    ]);
  });

  test("accepts an unknown class with its number of connections", () => {
    const input = withDatabase({ instanceClass: "db.x2g.large", maxConnections: 3000 });
    expect(placesOf(databaseClass, input)).toEqual([]);
  });
});

describe("databaseInsights", () => {
  test("accepts Performance Insights on the smallest postgres", () => {
    const input = withDatabase({ instanceClass: "db.t4g.micro", performanceInsights: true });
    expect(placesOf(databaseInsights, input)).toEqual([]);
  });

  test("refuses Performance Insights on the smallest mysql", () => {
    const input = withDatabase({ engine: "mysql", instanceClass: "db.t4g.micro", performanceInsights: true });
    expect(placesOf(databaseInsights, input)).toEqual(["databases.main.performanceInsights"]);
  });

  test.each([
    ["db.t4g.micro", false],
    ["db.t4g.medium", true],
  ])("is by default what mysql on %s offers: %p", (instanceClass, performanceInsights) => {
    const { databases } = define(withDatabase({ engine: "mysql", instanceClass }));
    expect(databases["main"]).toMatchObject({ performanceInsights });
  });
});
