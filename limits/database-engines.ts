export type DatabaseEngineName = "postgres" | "mysql";

export interface EngineRules {
  readonly defaultVersion: string;
  readonly defaultPort: number;
  /** Versions RDS runs, as `major` or with minor parts. */
  readonly version: RegExp;
  readonly versionExample: string;
  /** Most characters of a database name. */
  readonly nameLength: number;
  /** Names that the engine or RDS keeps for itself. */
  readonly reservedNames: readonly string[];
}

/**
 * What RDS accepts per engine.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (DBName)
 */
export const databaseEngines: Readonly<Record<DatabaseEngineName, EngineRules>> = {
  postgres: {
    defaultVersion: "17",
    defaultPort: 5432,
    version: /^1[1-8](\.\d{1,2})?$/,
    versionExample: "17",
    nameLength: 63,
    reservedNames: ["postgres", "rdsadmin", "template0", "template1", "admin"],
  },
  mysql: {
    defaultVersion: "8.4",
    defaultPort: 3306,
    version: /^(5\.7|8\.0|8\.4)(\.\d{1,2})?$/,
    versionExample: "8.4",
    nameLength: 64,
    reservedNames: [
      "mysql",
      "sys",
      "information_schema",
      "performance_schema",
      "innodb",
      "rdsadmin",
      "admin",
    ],
  },
};

/** Words of the SQL language that both engines refuse as a database name; the ones a team might choose. */
export const reservedSqlWords: readonly string[] = [
  "all",
  "analyze",
  "and",
  "as",
  "case",
  "check",
  "column",
  "create",
  "database",
  "default",
  "end",
  "from",
  "group",
  "grant",
  "in",
  "limit",
  "order",
  "primary",
  "references",
  "select",
  "table",
  "to",
  "union",
  "user",
  "where",
  "with",
];
