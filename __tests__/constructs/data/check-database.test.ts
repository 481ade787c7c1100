import { Database } from "../../../constructs/data/database";
import type { DatabaseProps } from "../../../constructs/data/database-props";
import { synthesize } from "../../../testing/synthesize";
import { aNetwork } from "../../support/a-network";

function build(props: Partial<DatabaseProps>) {
  return () =>
    synthesize((stack) => {
      new Database(stack, "Orders", {
        environment: "test",
        name: "orders",
        account: "123456789012",
        region: "eu-west-1",
        network: aNetwork(),
        ...props,
      });
    });
}

describe("The name of a database", () => {
  test.each([
    ["capital letters", "Orders"],
    ["underscores", "order_history"],
    ["two hyphens in a row", "order--history"],
    ["a hyphen at its end", "orders-"],
    ["more than 63 characters with its environment", "x".repeat(59)],
    ["nothing", ""],
  ])("is refused with %s", (_, name) => {
    expect(build({ name })).toThrow("name  must give an identifier of at most 63 lower-case letters");
  });

  test("may have 63 characters with its environment", () => {
    expect(build({ name: "x".repeat(58) })).not.toThrow();
  });
});

describe("The storage of a database", () => {
  test.each([
    [19, 100],
    [200, 100],
    [20, 65_537],
  ])("is refused from %d to %d GiB", (storageGiB, maxStorageGiB) => {
    expect(build({ storageGiB, maxStorageGiB })).toThrow("storageGiB  must be at least 20 GiB");
  });

  test("may go up to 65536 GiB", () => {
    expect(build({ storageGiB: 20, maxStorageGiB: 65_536 })).not.toThrow();
  });
});

describe("The backups of a database", () => {
  test.each([0, 36, 1.5, -1, NaN])("are refused for %p days", (backupDays) => {
    expect(build({ backupDays })).toThrow("backupDays  must be a whole number from 1 to 35");
  });

  test.each([1, 35])("may be kept for %p days", (backupDays) => {
    expect(build({ backupDays })).not.toThrow();
  });
});

describe("The port of a database", () => {
  test.each([0, 80, 1149, 65_536, 5432.5])("is refused as %p", (port) => {
    expect(build({ port })).toThrow("port  must be a whole number from 1150 to 65535");
  });

  test.each([1150, 65_535])("may be %p", (port) => {
    expect(build({ port })).not.toThrow();
  });
});

describe("Performance Insights of a database", () => {
  test.each(["db.t4g.micro", "db.t4g.small", "db.t3.small"])(
    "are refused for MySQL on %s",
    (instanceClass) => {
      expect(build({ engine: "mysql", instanceClass })).toThrow("performanceInsights  must be off");
    },
  );

  test.each<Partial<DatabaseProps>>([
    { engine: "mysql", instanceClass: "db.t4g.medium" },
    { engine: "mysql", instanceClass: "db.t4g.micro", performanceInsights: false },
    { engine: "postgres", instanceClass: "db.t4g.micro" },
  ])("are possible or off with %j", (props) => {
    expect(build(props)).not.toThrow();
  });
});

describe("The problems of a database", () => {
  test("are told all at once, each with place, rule, value and advice", () => {
    const network = aNetwork({ isolatedSubnetIds: ["subnet-a"] });
    expect(build({ name: "Orders", network, storageGiB: 10, backupDays: 0 }))
      .toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Orders: 4 problems
       name                       must give an identifier of at most 63 lower-case letters, digits and single hyphens, got "test-Orders". Choose another name.
       network.isolatedSubnetIds  must name subnets in two zones or more, as every DB subnet group needs, got 1. Give the network two zones.
       storageGiB                 must be at least 20 GiB and not above maxStorageGiB, which is at most 65536, got 10 up to 100. Use for example 20 up to 100.
       backupDays                 must be a whole number from 1 to 35, got 0. Use 7 at least."
    `);
  });
});
