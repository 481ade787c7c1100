import { text } from "../values/reading";
import { type Values } from "../values/value";

/** What RDS chooses for an engine when nothing is said. */
export interface RdsEngine {
  readonly port: number;
  readonly license: string;
  /** Version without `engine_version`. */
  readonly version: string;
  /** The newest minor version of each major, for stacks that name a major version only. */
  readonly minors: Readonly<Record<string, string>>;
}

const postgresMinors = { "13": "13.22", "14": "14.19", "15": "15.14", "16": "16.10", "17": "17.6" };
const mysqlMinors = { "5.7": "5.7.44", "8.0": "8.0.43", "8.4": "8.4.6" };

/**
 * Ports, licenses and versions; AWS adds minor versions every quarter.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html
 */
const engines: readonly (RdsEngine & { readonly prefix: string })[] = [
  {
    prefix: "aurora-postgresql",
    port: 5432,
    license: "postgresql-license",
    version: "16.8",
    minors: { "13": "13.21", "14": "14.18", "15": "15.13", "16": "16.9", "17": "17.5" },
  },
  {
    prefix: "aurora",
    port: 3306,
    license: "general-public-license",
    version: "8.0.mysql_aurora.3.08.2",
    minors: { "5.7": "5.7.mysql_aurora.2.12.5", "8.0": "8.0.mysql_aurora.3.10.0" },
  },
  { prefix: "postgres", port: 5432, license: "postgresql-license", version: "17.6", minors: postgresMinors },
  { prefix: "mysql", port: 3306, license: "general-public-license", version: "8.4.6", minors: mysqlMinors },
  {
    prefix: "mariadb",
    port: 3306,
    license: "general-public-license",
    version: "11.4.8",
    minors: { "10.6": "10.6.23", "10.11": "10.11.14", "11.4": "11.4.8", "11.8": "11.8.3" },
  },
  { prefix: "sqlserver", port: 1433, license: "license-included", version: "16.00.4210.1.v1", minors: {} },
  {
    prefix: "oracle",
    port: 1521,
    license: "bring-your-own-license",
    version: "19.0.0.0.ru-2025-07.rur-2025-07.r1",
    minors: {},
  },
  {
    prefix: "db2",
    port: 50000,
    license: "bring-your-own-license",
    version: "11.5.9.0.sb00059497.r1",
    minors: {},
  },
];

const other: RdsEngine = { port: 3306, license: "general-public-license", version: "1.0", minors: {} };

export function engineOf(known: Values): RdsEngine {
  return engineNamed(text(known, "engine") ?? "") ?? other;
}

/** Undefined for an engine that nothing is known of. */
export function engineNamed(name: string): RdsEngine | undefined {
  return engines.find(({ prefix }) => name.startsWith(prefix));
}

/** The version that runs: `17` is a wish, `17.6` is what AWS makes of it. */
export function actualVersion(known: Values): string {
  const { version, minors } = engineOf(known);
  const asked = text(known, "engine_version");
  return asked === undefined ? version : (minors[asked] ?? asked);
}

/**
 * Names of parameter groups follow the family: the major version of PostgreSQL, the first two numbers of the others.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html
 */
export function engineFamily(known: Values): string {
  return `${text(known, "engine") ?? ""}${majorVersion(known)}`;
}

/** As option groups name it: `default:postgres-17`, `default:mysql-8-0`. */
export function defaultOptionGroup(known: Values): string {
  return `default:${text(known, "engine") ?? ""}-${majorVersion(known).replace(/\./g, "-")}`;
}

function majorVersion(known: Values): string {
  const parts = actualVersion(known).split(".");
  const length = (text(known, "engine") ?? "").includes("postgres") ? 1 : 2;
  return parts.slice(0, length).join(".");
}
