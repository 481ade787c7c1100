import fc from "fast-check";
import type { DatabaseInput } from "../../../config/database-input";
import { maybe, rarely, retention } from "./words";

export function database(production: boolean): fc.Arbitrary<DatabaseInput> {
  const must = production ? fc.constant(true) : maybe(fc.boolean());
  const classes = fc.constantFrom(
    ...["db.t4g.micro", "db.t4g.medium", "db.t3.small", "db.m7g.large", "db.r6g.xlarge"],
    ...(production ? [] : ["db.t3.micro"]),
  );
  return fc
    .record({
      engine: fc.constantFrom("postgres" as const, "mysql" as const),
      hasVersion: fc.boolean(),
      version: fc.nat(20),
      instanceClass: maybe(classes),
      unknownClass: rarely(
        fc.constant({ instanceClass: "db.x2g.large", maxConnections: 5000, performanceInsights: true }),
      ),
      storageGiB: maybe(fc.oneof(fc.integer({ min: 20, max: 400 }), fc.constantFrom(20, 399, 400, 65_536))),
      maxStorage: fc.constantFrom("default", "fixed", "more"),
      multiAz: must,
      backupDays: maybe(fc.integer({ min: production ? 7 : 1, max: 35 })),
      deletionProtection: must,
      databaseName: maybe(fc.constantFrom("orders", "app_1", "a".repeat(63))),
      port: maybe(fc.constantFrom(5432, 3306, 1150, 65_535)),
      performanceInsights: production ? fc.constant(undefined) : rarely(fc.boolean()),
      enhancedMonitoring: must,
      logRetentionDays: maybe(retention(production)),
      passwordRotationDays: maybe(fc.integer({ min: 1, max: 1000 })),
    })
    .map(({ hasVersion, version, maxStorage, unknownClass, ...fields }) => {
      const versions = versionsOf[fields.engine];
      const { storageGiB = 20 } = fields;
      return {
        ...fields,
        ...unknownClass,
        version: hasVersion ? versions[version % versions.length] : undefined,
        maxStorageGiB:
          maxStorage === "fixed"
            ? storageGiB
            : maxStorage === "more"
              ? Math.ceil(storageGiB * 1.1)
              : undefined,
      };
    });
}

const versionsOf = {
  postgres: ["11", "13", "14", "15", "16", "17", "18", "16.3", "17.4"],
  mysql: ["5.7", "8.0", "8.4", "8.0.40", "8.4.3"],
} as const;
